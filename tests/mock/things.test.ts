import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const text: JsonObject = { type: 'string' };
const integer: JsonObject = { type: 'integer' };
const thing = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  required,
  properties,
});
const body = (schema: JsonObject): JsonObject => ({
  required: true,
  content: { 'application/json': { schema } },
});
const inPath = (name: string, schema: JsonObject = text): JsonObject => ({
  name,
  in: 'path',
  required: true,
  schema,
});
const removable: JsonObject = { delete: { responses: { 204: { description: 'gone' } } } };

/** `/pets` and `/pets/{parameter}`, whose things are of this schema. */
function petsOf(Pet: JsonObject, parameter: string, id: JsonObject = text): JsonObject {
  return {
    '/pets': {
      get: { responses: { 200: json({ schema: { type: 'array', items: Pet }, example: [] }) } },
      post: { requestBody: body({ type: 'object' }), responses: { 201: json({ schema: Pet }) } },
    },
    [`/pets/{${parameter}}`]: {
      parameters: [inPath(parameter, id)],
      get: { responses: { 200: json({ schema: Pet, example: {} }) } },
    },
  };
}

describe('what is created', () => {
  it.for([
    ['a pattern', { type: 'string', pattern: '^PET-[0-9]{4}$' }],
    ['digits', { type: 'string', pattern: '^[0-9]+$' }],
    ['an object id', { type: 'string', pattern: '^[0-9a-f]{24}$' }],
    ['a length', { type: 'string', minLength: 5, maxLength: 6 }],
    ['a format', { type: 'string', format: 'email' }],
    ['a multiple', { type: 'integer', multipleOf: 5 }],
  ] as const)('has an id of its own that keeps %s', async ([, schema]) => {
    const id: JsonObject = { ...schema };
    const mock = await mockOf(documentOf(petsOf(thing({ id, name: text }, 'id', 'name'), 'id', id)));
    const created = await Promise.all(['Tom', 'Kim'].map((name) => ask(mock, '/pets', { json: { name } })));
    expect((await ask(mock, '/pets')).json).toEqual(created.map((answer) => answer.json));
    expect(created.map(({ json: pet }) => Object(pet).name)).toEqual(['Tom', 'Kim']);
  });

  it.for([
    ['petId', 'pet_id'],
    ['pet_id', 'petId'],
    ['id', '_id'],
    ['id', 'petId'],
    ['pet', 'petId'],
    ['order_number', 'orderNumber'],
  ] as const)('is found by {%s}, which is its %s', async ([parameter, property]) => {
    const mock = await mockOf(
      documentOf(petsOf(thing({ [property]: text, name: text }, property), parameter)),
    );
    const { json: pet } = await ask(mock, '/pets', { json: { name: 'Tom' } });
    expect((await ask(mock, `/pets/${Object(pet)[property]}`)).json).toEqual(pet);
  });

  it('has the defaults that the document has for it, not those of the example', async () => {
    const done = { type: 'boolean', default: false };
    const Todo = thing({ id: integer, text, done }, 'id', 'text', 'done');
    const mock = await mockOf(
      documentOf({
        '/todos': {
          get: { responses: { 200: json({ schema: { type: 'array', items: Todo } }) } },
          post: {
            requestBody: body(thing({ text, done }, 'text')),
            responses: { 201: json({ schema: Todo, example: { id: 1, text: 'milk', done: true } }) },
          },
        },
      }),
    );
    expect((await ask(mock, '/todos', { json: { text: 'bread' } })).json).toMatchObject({ done: false });
  });

  it('is found whole, although its creation told the id alone', async () => {
    const Pet = thing({ id: integer, name: text, votes: integer }, 'id', 'name', 'votes');
    const { '/pets': pets, ...rest } = petsOf(Pet, 'id', integer);
    const post = {
      requestBody: body(thing({ name: text })),
      responses: { 201: json({ schema: thing({ id: integer }, 'id') }) },
    };
    const mock = await mockOf(documentOf({ ...rest, '/pets': { ...Object(pets), post } }));
    expect((await ask(mock, '/pets', { json: { name: 'Tom' } })).json).toEqual({ id: 1 });
    expect((await ask(mock, '/pets/1')).json).toEqual({ id: 1, name: 'Tom', votes: 0 });
    expect((await ask(mock, '/pets')).json).toEqual([{ id: 1, name: 'Tom', votes: 0 }]);
  });

  it('has its place in a header, also where nothing else is answered', async () => {
    const Pet = thing({ id: integer, name: text }, 'id');
    const { '/pets': pets, ...rest } = petsOf(Pet, 'id', integer);
    const post = { requestBody: body({ type: 'object' }), responses: { 201: { description: 'made' } } };
    const mock = await mockOf(documentOf({ ...rest, '/pets': { ...Object(pets), post } }));
    expect((await ask(mock, '/pets', { json: { name: 'Tom' } })).headers.location).toBe('/pets/1');
  });

  it('is the documented conflict where there is one with its id', async () => {
    const Pet = thing({ id: text }, 'id');
    const { '/pets': pets } = petsOf(Pet, 'id');
    const post = {
      requestBody: body(Pet),
      responses: { 201: json({ schema: Pet }), 409: json({ example: 'twice' }) },
    };
    const mock = await mockOf(documentOf({ '/pets': { ...Object(pets), post } }));
    const add = () => ask(mock, '/pets', { json: { id: 'tom' } });
    expect([(await add()).status, (await add()).status]).toEqual([201, 409]);
  });

  it('gets its id from the server where that is read-only, whatever was sent', async () => {
    const Pet = thing({ id: { ...integer, readOnly: true }, name: text }, 'id', 'name');
    const mock = await mockOf(
      documentOf({
        '/pets': {
          post: {
            requestBody: body(Pet),
            responses: { 201: json({ schema: Pet }), 409: json({ example: 'twice' }) },
          },
        },
        '/pets/{id}': {
          parameters: [inPath('id', integer)],
          get: { responses: { 200: json({ schema: Pet }) } },
        },
      }),
    );
    const add = () => ask(mock, '/pets', { json: { id: 7, name: 'Tom' } });
    const [one, other] = [await add(), await add()];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(Object(one.json).id).not.toBe(Object(other.json).id);
  });
});

describe('what belongs to something', () => {
  const User = thing({ id: integer, name: text }, 'id');
  const Order = thing({ id: integer, user_id: integer, total: integer }, 'id', 'user_id');
  const shop = documentOf({
    '/users': { get: { responses: { 200: json({ schema: { type: 'array', items: User } }) } } },
    '/users/{userId}': { parameters: [inPath('userId', integer)], ...removable },
    '/users/{userId}/orders': {
      parameters: [inPath('userId', integer)],
      get: {
        responses: {
          200: json({ schema: { type: 'array', items: Order }, example: [{ id: 1, user_id: 1, total: 2 }] }),
        },
      },
      post: {
        requestBody: body(thing({ total: integer })),
        responses: { 201: json({ schema: Order, example: { id: 1, user_id: 1, total: 2 } }) },
      },
    },
  });

  it('says to what, as its path does', async () => {
    const mock = await mockOf(shop);
    await ask(mock, '/users/5/orders', { json: { total: 9 } });
    expect((await ask(mock, '/users/5/orders')).json).toEqual([
      { id: 1, user_id: 5, total: 2 },
      { id: 2, user_id: 5, total: 9 },
    ]);
  });

  it('goes with it', async () => {
    const mock = await mockOf(shop);
    await ask(mock, '/users/5', { method: 'DELETE' });
    expect((await ask(mock, '/users/5/orders')).status).toBe(404);
    expect((await ask(mock, '/users/6/orders')).status).toBe(200);
  });
});

describe('what is removed', () => {
  const Pet = thing({ id: integer, name: text }, 'id');
  const { '/pets': pets } = petsOf(Pet, 'id', integer);
  const name = { name: 'name', in: 'query', schema: text };
  const zoo = documentOf({
    '/pets': {
      ...Object(pets),
      delete: { parameters: [name], responses: { 204: { description: 'gone' } } },
    },
    '/pets/{id}': {
      parameters: [inPath('id', integer)],
      delete: { responses: { 200: json({ schema: Pet }) } },
    },
  });

  it('is shown once more, where its removal has a body', async () => {
    const mock = await mockOf(zoo);
    await ask(mock, '/pets', { json: { name: 'Tom' } });
    expect((await ask(mock, '/pets/1', { method: 'DELETE' })).json).toEqual({ id: 1, name: 'Tom' });
  });

  it('may be what a query selects of a collection, or all of it', async () => {
    const mock = await mockOf(zoo);
    for (const each of ['Tom', 'Kim', 'Tom']) await ask(mock, '/pets', { json: { name: each } });
    await ask(mock, '/pets?name=Tom', { method: 'DELETE' });
    expect((await ask(mock, '/pets')).json).toEqual([{ id: 2, name: 'Kim' }]);
    await ask(mock, '/pets', { method: 'DELETE' });
    expect((await ask(mock, '/pets')).json).toEqual([]);
  });
});
