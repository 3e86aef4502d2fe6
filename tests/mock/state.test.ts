import { describe, expect, it } from 'vitest';
import type { Mock } from '../../mock/handle.ts';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const Pet: JsonObject = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer' }, name: { type: 'string' }, sold: { type: 'boolean' } },
};
const NewPet: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    sold: { type: 'boolean' },
    secret: { type: 'string', writeOnly: true },
  },
};
const body = (schema: JsonObject): JsonObject => ({
  required: true,
  content: { 'application/json': { schema } },
});
const whole = (name: string): JsonObject => ({ name, in: 'query', schema: { type: 'integer' } });

const petDocument = documentOf({
  '/pets': {
    get: {
      parameters: [whole('page'), whole('limit'), { name: 'sold', in: 'query', schema: { type: 'boolean' } }],
      responses: {
        200: json({
          schema: {
            type: 'object',
            required: ['items', 'total'],
            properties: { items: { type: 'array', items: Pet }, total: { type: 'integer' } },
          },
          example: { items: [{ id: 1, name: 'Rex' }], total: 1 },
        }),
      },
    },
    post: {
      requestBody: body(NewPet),
      responses: { 201: json({ schema: Pet, example: { id: 1, name: 'Rex' } }) },
    },
  },
  '/pets/{petId}': {
    parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'integer' } }],
    get: {
      responses: {
        200: json({ schema: Pet, example: { id: 1, name: 'Rex' } }),
        404: json({ example: { error: 'no such pet' } }),
      },
    },
    put: { requestBody: body(NewPet), responses: { 200: json({ schema: Pet }) } },
    patch: { requestBody: body({ type: 'object' }), responses: { 200: json({ schema: Pet }) } },
    delete: { responses: { 204: { description: 'gone' } } },
  },
});

const add = (mock: Mock, name: string, headers: Record<string, string> = {}) =>
  ask(mock, '/pets', { json: { name, secret: 'x' }, headers });

describe('state', () => {
  it('answers with the documented examples until something changes', async () => {
    const mock = await mockOf(petDocument);
    expect((await ask(mock, '/pets')).json).toEqual({ items: [{ id: 1, name: 'Rex' }], total: 1 });
    expect((await ask(mock, '/pets/7')).json).toEqual({ id: 1, name: 'Rex' });
  });

  it('keeps what was created, under an id of its own', async () => {
    const mock = await mockOf(petDocument);
    const created = await add(mock, 'Tom');
    expect(created).toMatchObject({ status: 201, json: { id: 2, name: 'Tom' } });
    expect(created.headers.location).toBe('/pets/2');
    expect((await ask(mock, '/pets/2')).json).toEqual(created.json);
    expect((await ask(mock, '/pets')).json).toMatchObject({
      items: [{ name: 'Rex' }, { name: 'Tom' }],
      total: 2,
    });
  });

  it('never shows what is write-only', async () => {
    const mock = await mockOf(petDocument);
    expect((await add(mock, 'Tom')).json).not.toHaveProperty('secret');
  });

  it('keeps nothing of a bad request', async () => {
    const mock = await mockOf(petDocument);
    expect((await ask(mock, '/pets', { json: { name: 5 } })).status).toBe(422);
    expect((await ask(mock, '/pets')).json).toMatchObject({ total: 1 });
  });

  it('changes what PATCH names and replaces all with PUT', async () => {
    const mock = await mockOf(petDocument);
    await ask(mock, '/pets', { json: { name: 'Tom', sold: true } });
    await ask(mock, '/pets/2', { method: 'PATCH', json: { name: 'Tim' } });
    expect((await ask(mock, '/pets/2')).json).toEqual({ id: 2, name: 'Tim', sold: true });
    await ask(mock, '/pets/2', { method: 'PUT', json: { name: 'Kim' } });
    expect((await ask(mock, '/pets/2')).json).toEqual({ id: 2, name: 'Kim' });
  });

  it('does not find what was deleted, in the words of the document', async () => {
    const mock = await mockOf(petDocument);
    expect((await ask(mock, '/pets/1', { method: 'DELETE' })).status).toBe(204);
    expect(await ask(mock, '/pets/1')).toMatchObject({ status: 404, json: { error: 'no such pet' } });
    expect((await ask(mock, '/pets/1', { method: 'DELETE' })).status).toBe(404);
    expect((await ask(mock, '/pets')).json).toEqual({ items: [], total: 0 });
  });

  it('never gives an id twice', async () => {
    const mock = await mockOf(petDocument);
    await add(mock, 'Tom');
    await ask(mock, '/pets/2', { method: 'DELETE' });
    expect((await add(mock, 'Kim')).json).toMatchObject({ id: 3 });
  });

  it('pages and filters lists by the declared parameters', async () => {
    const mock = await mockOf(petDocument);
    for (const name of ['a', 'b', 'c', 'd']) await add(mock, name);
    await ask(mock, '/pets/3', { method: 'PATCH', json: { sold: true } });
    expect((await ask(mock, '/pets?page=2&limit=2')).json).toMatchObject({
      items: [{ name: 'b' }, { name: 'c' }],
      total: 5,
    });
    expect((await ask(mock, '/pets?page=9&limit=2')).json).toMatchObject({ items: [], total: 5 });
    expect((await ask(mock, '/pets?sold=true')).json).toMatchObject({
      items: [{ id: 3, name: 'b' }],
      total: 1,
    });
  });

  it('is separate for every session', async () => {
    const mock = await mockOf(petDocument);
    await add(mock, 'Tom', { 'x-mock-session': 'one' });
    expect((await ask(mock, '/pets', { headers: { 'x-mock-session': 'one' } })).json).toMatchObject({
      total: 2,
    });
    expect((await ask(mock, '/pets', { headers: { 'x-mock-session': 'two' } })).json).toMatchObject({
      total: 1,
    });
  });

  it('can be forgotten', async () => {
    const mock = await mockOf(petDocument);
    await add(mock, 'Tom');
    mock.state?.reset();
    expect((await ask(mock, '/pets')).json).toMatchObject({ total: 1 });
  });

  it('steps back where a response is forced', async () => {
    const mock = await mockOf(petDocument);
    await ask(mock, '/pets/1', { method: 'DELETE' });
    expect((await ask(mock, '/pets/1', { headers: { prefer: 'code=200' } })).status).toBe(200);
  });

  it('is not kept by a stateless mock', async () => {
    const mock = await mockOf(petDocument, { state: false });
    await ask(mock, '/pets/1', { method: 'DELETE' });
    expect((await ask(mock, '/pets/1')).status).toBe(200);
  });

  it('keeps a single thing that is read and replaced at one path', async () => {
    const settings: JsonObject = { type: 'object', properties: { theme: { type: 'string' } } };
    const mock = await mockOf(
      documentOf({
        '/settings': {
          get: { responses: { 200: json({ schema: settings }) } },
          put: { requestBody: body(settings), responses: { 200: json({ schema: settings }) } },
        },
      }),
    );
    await ask(mock, '/settings', { method: 'PUT', json: { theme: 'dark' } });
    expect((await ask(mock, '/settings')).json).toEqual({ theme: 'dark' });
  });

  it('keeps collections below different parents apart', async () => {
    const note: JsonObject = {
      type: 'object',
      required: ['id', 'text'],
      properties: { id: { type: 'string', format: 'uuid' }, text: { type: 'string' } },
    };
    const user = { name: 'user', in: 'path', required: true, schema: { type: 'string' } };
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    const mock = await mockOf(
      documentOf({
        '/users/{user}/notes': {
          parameters: [user],
          get: { responses: { 200: json({ schema: { type: 'array', items: note } }) } },
          post: {
            requestBody: body({ type: 'object', properties: { text: { type: 'string' } } }),
            responses: { 201: json({ schema: note }) },
          },
        },
        '/users/{user}/notes/{id}': {
          parameters: [user, id],
          get: { responses: { 200: json({ schema: note }) } },
        },
      }),
    );
    await ask(mock, '/users/ann/notes', { json: { text: 'hers' } });
    expect((await ask(mock, '/users/ann/notes')).text).toContain('hers');
    expect((await ask(mock, '/users/bob/notes')).text).not.toContain('hers');
  });

  it('forgets the oldest beyond its bounds', async () => {
    const { createStore } = await import('../../mock/state/store.ts');
    const { createMock } = await import('../../mock/handle.ts');
    const { contractFromDocument } = await import('../../src/contract/from-document.ts');
    const store = createStore({ sessions: 2, things: 3 });
    const mock = createMock([await contractFromDocument(petDocument)], {}, store);
    for (const session of ['a', 'b', 'c']) await add(mock, 'Tom', { 'x-mock-session': session });
    expect(store.sessions()).toEqual(['b', 'c']);
    for (const name of ['d', 'e', 'f', 'g']) await add(mock, name, { 'x-mock-session': 'c' });
    expect((await ask(mock, '/pets', { headers: { 'x-mock-session': 'c' } })).json).toMatchObject({
      total: 3,
    });
  });
});

describe('a thing in an envelope, sent and answered', () => {
  const Draft = { type: 'object', required: ['day'], properties: { day: { type: 'string' } } };
  const Vote = {
    type: 'object',
    required: ['day', 'votes'],
    properties: { day: { type: 'string' }, votes: { type: 'integer' } },
  };
  const party = (draft: JsonObject, ...required: string[]): JsonObject => ({
    type: 'object',
    required: ['party'],
    properties: {
      party: {
        type: 'object',
        required,
        properties: {
          id: { type: 'string', example: 'a01' },
          name: { type: 'string' },
          place: { type: 'string' },
          drafts: { type: 'array', items: draft },
        },
      },
    },
  });
  const example = {
    party: { id: 'a01', name: 'Picnic', place: 'Park', drafts: [{ day: 'Monday', votes: 2 }] },
  };
  const answer = { responses: { 200: json({ schema: party(Vote, 'id', 'name'), example }) } };
  const parties = documentOf({
    '/party': { post: { requestBody: body(party(Draft)), ...answer } },
    '/party/{party_id}': {
      parameters: [{ name: 'party_id', in: 'path', required: true, schema: { type: 'string' } }],
      get: answer,
    },
  });

  it('is answered as it was sent, and found again', async () => {
    const mock = await mockOf(parties);
    const created = await ask(mock, '/party', { json: { party: { name: 'Swim' } } });
    expect(created.json).toEqual({ party: { id: 'a02', name: 'Swim' } });
    expect((await ask(mock, '/party/a02')).json).toEqual(created.json);
  });

  it('is completed by what only the answer has', async () => {
    const mock = await mockOf(parties);
    const sent = { party: { name: 'Swim', drafts: [{ day: 'Friday' }] } };
    const created = await ask(mock, '/party', { json: sent });
    expect(created.json).toEqual({
      party: { id: 'a02', name: 'Swim', drafts: [{ day: 'Friday', votes: 0 }] },
    });
  });
});

describe('requests at once', () => {
  it('create things with ids of their own', async () => {
    const mock = await mockOf(petDocument);
    const names = ['Bello', 'Luna', 'Minka', 'Odin'];
    const created = await Promise.all(names.map((name) => add(mock, name)));
    expect(created.map((answer) => answer.json)).toEqual(names.map((name, at) => ({ id: at + 2, name })));
  });

  it('change a thing one after the other, and no change is lost', async () => {
    const mock = await mockOf(petDocument);
    const patch = (json: JsonObject) => ask(mock, '/pets/1', { method: 'PATCH', json });
    await Promise.all([patch({ name: 'Bello' }), patch({ sold: true })]);
    expect((await ask(mock, '/pets/1')).json).toEqual({ id: 1, name: 'Bello', sold: true });
  });
});
