import { describe, expect, it } from 'vitest';
import type { Mock } from '../../mock/handle.ts';
import type { JsonObject } from '../../src/contract/json.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';

const Pet: JsonObject = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'integer' },
    name: { type: 'string' },
    age: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    size: { type: 'string' },
  },
};
const pets: JsonObject = { type: 'array', items: Pet };
const integer: JsonObject = { type: 'integer' };
const text: JsonObject = { type: 'string' };
const query = (name: string, schema: JsonObject = integer): JsonObject => ({ name, in: 'query', schema });
const envelope = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  required,
  properties,
});

/** A list of five pets, a to e, of the ages 1 to 5. */
async function shop(parameters: JsonObject[], schema: JsonObject, answer: JsonObject = {}): Promise<Mock> {
  const mock = await mockOf(
    documentOf({
      '/pets': {
        get: { parameters, responses: { 200: { ...json({ schema, example: shown(schema) }), ...answer } } },
        post: {
          requestBody: { content: { 'application/json': { schema: { ...Pet, required: [] } } } },
          responses: { 201: json({ schema: Pet }) },
        },
      },
    }),
  );
  for (const [at, name] of [...'abcde'].entries())
    await ask(mock, '/pets', { json: { name, age: at + 1, tags: [name, 'x'], size: at > 2 ? 'L' : 'S' } });
  return mock;
}

function shown(schema: JsonObject): JsonObject | [] {
  return schema.type === 'array' ? [] : { data: [] };
}

async function names(mock: Mock, target: string): Promise<string> {
  const { json: body } = await ask(mock, target, { headers: { host: 'api.test' } });
  return JSON.stringify(body).replaceAll(/"name":"(.)"|./g, '$1');
}

describe('a page of a list', () => {
  it.for([
    ['page', 'per_page', '?page=2&per_page=2', 'cd'],
    ['pageNumber', 'pageSize', '?pageNumber=3&pageSize=2', 'e'],
    ['offset', 'limit', '?offset=1&limit=2', 'bc'],
    ['skip', 'take', '?skip=4&take=2', 'e'],
    ['_page', '_limit', '?_page=2&_limit=2', 'cd'],
    ['_start', '_end', '?_start=1&_end=4', 'bcd'],
    ['page[number]', 'page[size]', '?page[number]=2&page[size]=2', 'cd'],
    ['starting_after', 'limit', '?starting_after=2&limit=2', 'cd'],
    ['ending_before', 'limit', '?ending_before=4&limit=2', 'bc'],
  ] as const)('is asked for by %s and %s', async ([one, other, asked, expected]) => {
    const mock = await shop([query(one), query(other)], pets);
    expect(await names(mock, `/pets${asked}`)).toBe(expected);
  });

  it('is asked for by the members of an object', async () => {
    const members = { type: 'object', properties: { number: integer, size: integer } };
    const mock = await shop([{ ...query('page', members), style: 'deepObject', explode: true }], pets);
    expect(await names(mock, '/pets?page[number]=2&page[size]=2')).toBe('cd');
  });

  it('is no longer than the schema lets it be', async () => {
    const mock = await shop([query('offset')], { ...pets, maxItems: 2 });
    expect(await names(mock, '/pets?offset=1')).toBe('bc');
  });

  it('ends, whatever a client follows to the last one', async () => {
    const schema = envelope({ data: pets, next: { ...text, format: 'uri', nullable: true } }, 'data');
    for (const parameters of [
      [query('page'), query('page_size', { type: 'integer', default: 2 })],
      [query('offset'), query('limit', { type: 'integer', default: 2 })],
      [query('cursor', text), query('limit', { type: 'integer', default: 2 })],
    ]) {
      const mock = await shop(parameters, schema);
      const seen: string[] = [];
      let target: string | null = 'http://api.test/pets';
      while (target !== null) {
        const { pathname, search }: URL = new URL(target);
        seen.push(await names(mock, `${pathname}${search}`));
        const { json: body } = await ask(mock, `${pathname}${search}`, { headers: { host: 'api.test' } });
        target = Object(body).next ?? null;
      }
      expect(seen).toEqual(['ab', 'cd', 'e']);
    }
  });

  it('of an example is cut out of it, where that is longer', async () => {
    const three = [1, 2, 3].map((id) => ({ id, name: 'abc'.charAt(id - 1) }));
    const mock = await mockOf(
      documentOf({
        '/pets': {
          get: {
            parameters: [query('page'), query('limit')],
            responses: { 200: json({ schema: pets, example: three }) },
          },
          post: { responses: { 201: json({ schema: Pet }) } },
        },
      }),
    );
    expect(await names(mock, '/pets?limit=2&page=2')).toBe('c');
    expect(await names(mock, '/pets')).toBe('abc');
  });
});

describe('what tells about a page', () => {
  const paged = [query('page'), query('size', { type: 'integer', default: 2 })];

  it('is right in an envelope, by its usual names', async () => {
    const schema = envelope({
      data: pets,
      meta: envelope({ total: integer, count: integer, totalPages: integer, has_more: { type: 'boolean' } }),
      links: envelope({ next: text, prev: text, last: text }),
      first: { type: 'boolean' },
      nextPage: integer,
    });
    const mock = await mockOf(
      documentOf({
        '/pets': {
          get: { parameters: paged, responses: { 200: json({ schema }) } },
          post: {
            requestBody: { content: { 'application/json': {} } },
            responses: { 201: json({ schema: Pet }) },
          },
        },
      }),
    );
    for (const name of 'bcde') await ask(mock, '/pets', { json: { name } });
    const host = { host: 'api.test' };
    expect((await ask(mock, '/pets', { headers: host })).json).toMatchObject({
      meta: { total: 5, count: 2, totalPages: 3, has_more: true },
      links: { next: 'http://api.test/pets?page=2', last: 'http://api.test/pets?page=3' },
      first: true,
      nextPage: 2,
    });
    const end = (await ask(mock, '/pets?page=3', { headers: host })).json;
    expect(end).toMatchObject({ meta: { count: 1, has_more: false }, first: false });
    expect(end).not.toHaveProperty('nextPage');
    expect(end).not.toHaveProperty('links.next');
  });

  it('is a cursor that comes back, and missing on the last page where it may not be null', async () => {
    const schema = envelope({ data: pets, nextCursor: text }, 'data');
    const mock = await shop([query('cursor', text), query('limit')], schema);
    const { json: page } = await ask(mock, '/pets?limit=3');
    expect(await names(mock, `/pets?limit=3&cursor=${Object(page).nextCursor}`)).toBe('de');
    expect((await ask(mock, '/pets?limit=3&cursor=o3')).json).not.toHaveProperty('nextCursor');
  });

  it('stands in the documented headers', async () => {
    const headers = Object.fromEntries(
      ['X-Total-Count', 'X-Page', 'X-Per-Page', 'X-Next-Page'].map((name) => [name, { schema: integer }]),
    );
    const mock = await shop(paged, pets, { headers: { ...headers, Link: { schema: text } } });
    const { headers: middle } = await ask(mock, '/pets?page=2', { headers: { host: 'api.test' } });
    expect(middle).toMatchObject({
      'x-total-count': '5',
      'x-page': '2',
      'x-per-page': '2',
      'x-next-page': '3',
    });
    expect(middle.link).toContain('<http://api.test/pets?page=3>; rel="next"');
    expect((await ask(mock, '/pets?page=3')).headers).not.toHaveProperty('x-next-page');
  });
});

describe('a list', () => {
  it.for([
    ['age', '?age=2', 'b'],
    ['ids', '?ids=2&ids=4', 'bd'],
    ['tags', '?tags=b&tags=c', 'bc'],
    ['size', '?size=L', 'de'],
    ['min_age', '?min_age=4', 'de'],
    ['age_lte', '?age_lte=2', 'ab'],
    ['age[gt]', '?age[gt]=4', 'e'],
    ['filter[name]', '?filter[name]=c', 'c'],
    ['q', '?q=D', 'd'],
  ] as const)('is selected from by %s', async ([name, asked, expected]) => {
    const schema = /s$/.test(name) ? { type: 'array', items: text } : /age|min/.test(name) ? integer : text;
    expect(await names(await shop([query(name, schema)], pets), `/pets${asked}`)).toBe(expected);
  });

  it.for([
    ['?sort=-age', 'edcba'],
    ['?sort=name,desc', 'edcba'],
    ['?sort=size:asc,-age', 'edcba'],
    ['?sort=size,-name', 'edcba'],
    ['?sort=age&order=desc', 'edcba'],
    ['?sort=nothing', 'abcde'],
  ] as const)('is sorted by %s', async ([asked, expected]) => {
    const mock = await shop([query('sort', text), query('order', text)], pets);
    expect(await names(mock, `/pets${asked}`)).toBe(expected);
  });
});
