import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/contract/json.ts';
import { rules } from '../../../src/gate/diff/rules/registry.ts';
import { done, paths } from './changes/documents.ts';
import { api, diffOf, told } from './compare.ts';

const query = (parameter: JsonObject): JsonObject =>
  api({ parameters: [{ name: 'sort', in: 'query', schema: { type: 'string' }, ...parameter }] });

describe('operations', () => {
  it('that are removed break who calls them, unless they were announced to go', async () => {
    const kept = { '/kept': { get: { responses: done } } };
    const withGone = (operation: JsonObject) =>
      paths({ ...kept, '/gone': { get: { responses: done, ...operation } } });
    const after = paths(kept);
    expect(told(await diffOf(withGone({}), after))).toEqual(['error api-path-removed-without-deprecation']);
    expect(told(await diffOf(withGone({ deprecated: true }), after))).toEqual([
      'info api-path-removed-with-deprecation',
    ]);
    const promised = withGone({ deprecated: true, 'x-sunset': '2027-01-01' });
    expect(told(await diffOf(promised, after))).toEqual(['error api-path-removed-before-sunset']);
    const draft = withGone({ 'x-stability-level': 'draft' });
    expect(told(await diffOf(draft, after))).toEqual(['info api-path-removed-without-deprecation']);
  });

  it('are the same when only a path parameter has another name', async () => {
    const item = (name: string) =>
      paths({
        [`/things/{${name}}`]: {
          get: {
            parameters: [{ name, in: 'path', required: true, schema: { type: 'string' } }],
            responses: done,
          },
        },
      });
    expect(await diffOf(item('id'), item('thing_id'))).toEqual([]);
  });

  it('may become less stable only with a finding', async () => {
    const level = (level: string) => api({ 'x-stability-level': level });
    expect(told(await diffOf(level('stable'), level('beta')))).toEqual(['error api-stability-decreased']);
    expect(told(await diffOf(level('beta'), level('stable')))).toEqual(['info api-stability-increased']);
  });
});

describe('parameters', () => {
  it('that become required refuse who leaves them out', async () => {
    expect(told(await diffOf(query({}), query({ required: true })))).toEqual([
      'error request-parameter-became-required',
    ]);
    expect(told(await diffOf(api({}), query({ required: true })))).toEqual([
      'error new-required-request-parameter',
    ]);
    expect(told(await diffOf(api({}), query({})))).toEqual(['info new-optional-request-parameter']);
  });

  it('travel as text: a number is one, and one value is a list of one', async () => {
    const schema = (schema: JsonObject) => query({ schema });
    const list = { type: 'array', items: { type: 'integer' } };
    expect(told(await diffOf(schema({ type: 'integer' }), schema({ type: 'string' })))).toEqual([
      'info request-parameter-type-generalized',
    ]);
    expect(told(await diffOf(schema({ type: 'integer' }), schema(list)))).toEqual([
      'info request-parameter-type-generalized',
    ]);
    expect(told(await diffOf(schema({ type: 'string' }), schema(list)))).toEqual([
      'error request-parameter-type-changed',
    ]);
  });

  it('keep their default, because who leaves them out relies on it', async () => {
    const preset = (value: number) => query({ schema: { type: 'integer', default: value } });
    expect(told(await diffOf(preset(1), preset(2)))).toEqual([
      'error request-parameter-default-value-changed',
    ]);
  });

  it('that are lists are written as before, wherever it stands that they are', async () => {
    const list = { type: 'array', items: { type: 'string' } };
    const written = (explode: boolean, schema: JsonObject) =>
      api({ parameters: [{ name: 'sort', in: 'query', explode, schema }] }, { schemas: { List: list } });
    for (const schema of [list, { $ref: '#/components/schemas/List' }]) {
      expect(told(await diffOf(written(true, schema), written(false, schema)))).toEqual([
        'error request-parameter-serialization-changed',
      ]);
    }
  });

  it('that are lists look the same in a header, exploded or not; objects do not', async () => {
    const written = (explode: boolean, type: string) =>
      api({ parameters: [{ name: 'X-Sort', in: 'header', explode, schema: { type } }] });
    expect(await diffOf(written(true, 'array'), written(false, 'array'))).toEqual([]);
    expect(told(await diffOf(written(true, 'object'), written(false, 'object')))).toEqual([
      'error request-parameter-serialization-changed',
    ]);
  });

  it('whose sunset is or was no date promise what nobody can tell', async () => {
    const until = (date: string) => query({ deprecated: true, 'x-sunset': date });
    for (const [old, fresh] of [
      ['2027-01-01', 'some day'],
      ['some day', '2027-01-01'],
    ] as const)
      expect(told(await diffOf(until(old), until(fresh)))).toEqual(['error request-parameter-sunset-parse']);
  });
});

describe('a security scheme', () => {
  it('may get another name: clients send the same credentials', async () => {
    const secured = (name: string) =>
      api(
        { security: [{ [name]: [] }] },
        { securitySchemes: { [name]: { type: 'http', scheme: 'bearer' } } },
      );
    const levels = (await diffOf(secured('token'), secured('bearer'))).map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(['info']));
  });
});

describe('responses', () => {
  const statuses = (...statuses: readonly string[]) =>
    api({ responses: Object.fromEntries(statuses.map((status) => [status, { description: status }])) });

  it('of success may not vanish, those of failure may', async () => {
    expect(told(await diffOf(statuses('200', '404'), statuses('404')))).toEqual([
      'error response-success-status-removed',
    ]);
    expect(told(await diffOf(statuses('200', '404'), statuses('200')))).toEqual([
      'info response-non-success-status-removed',
    ]);
  });

  it('that a range or default describes are not gone', async () => {
    expect(told(await diffOf(statuses('200', '404'), statuses('2XX', 'default')))).toEqual([
      'info response-success-status-added',
      'info response-non-success-status-added',
    ]);
  });

  it('keep their media types and headers', async () => {
    const answer = (response: JsonObject) =>
      api({ responses: { 200: { description: 'Done.', ...response } } });
    const csv = answer({ content: { 'application/json': {}, 'text/csv': {} } });
    expect(told(await diffOf(csv, answer({ content: { 'application/json': {} } })))).toEqual([
      'error response-media-type-removed',
    ]);
    const tagged = answer({ headers: { ETag: { required: true, schema: { type: 'string' } } } });
    expect(told(await diffOf(tagged, answer({})))).toEqual(['error required-response-header-removed']);
    const lower = answer({ headers: { etag: { required: true, schema: { type: 'string' } } } });
    expect(await diffOf(tagged, lower)).toEqual([]);
  });
});

describe('security', () => {
  const schemes = {
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
  const secured = (...security: JsonObject[]) =>
    paths({ '/things': { get: { security, responses: done } } }, schemes);
  const rulesOf = async (old: JsonObject, fresh: JsonObject) =>
    (await diffOf(old, fresh)).filter(({ level }) => level === 'error').map(({ message }) => message);

  it('that asks for more refuses who was let in', async () => {
    expect(await rulesOf(secured(), secured({ key: [] }))).toEqual([
      'clients that do not authenticate are now refused: key is asked for',
    ]);
    expect(await rulesOf(secured({ key: [] }, { token: [] }), secured({ token: [] }))).toEqual([
      'clients that authenticate by key are now refused',
    ]);
  });

  it('that offers one more way breaks nobody', async () => {
    expect(await rulesOf(secured({ key: [] }), secured({ key: [] }, { token: [] }))).toEqual([]);
    expect(await rulesOf(secured({ key: [] }), secured({ key: [] }, {}))).toEqual([]);
  });
});

describe('webhooks', () => {
  it('are read by clients: what the API newly sends may surprise them', async () => {
    const hook = (schema: JsonObject) =>
      paths(
        {},
        {
          webhooks: {
            paid: { post: { requestBody: { content: { 'application/json': { schema } } }, responses: done } },
          },
        },
      );
    const findings = await diffOf(hook({ type: 'integer' }), hook({ type: 'number' }));
    expect(told(findings)).toEqual(['error response-body-type-generalized']);
  });

  it('are answered by clients', async () => {
    const hook = (...statuses: readonly number[]) =>
      paths(
        {},
        {
          webhooks: {
            paid: { post: { responses: Object.fromEntries(statuses.map((one) => [one, done[200]])) } },
          },
        },
      );
    const [added] = await diffOf(hook(200), hook(200, 202));
    expect(added?.message).toBe('response 202: clients may now answer with it');
  });
});

describe('the place of a change', () => {
  it('is where a path item is kept, not where it is referred to', async () => {
    const kept = (tag: string) =>
      paths(
        { '/things': { $ref: '#/components/pathItems/Things' } },
        { components: { pathItems: { Things: { get: { tags: [tag], responses: done } } } } },
      );
    const [added] = await diffOf(kept('old'), kept('new'));
    expect(added?.id).toBe('api-tag-added');
    expect(added?.location).toMatch(/api-1\.json#\/components\/pathItems\/Things\/get\/tags$/);
    expect(added?.formerLocation).toMatch(/api-0\.json#\/components\/pathItems\/Things\/get\/tags$/);
  });
});

describe('a fingerprint', () => {
  const dated = query({ deprecated: true, 'x-sunset': '2026-06-20' });
  const gone = paths({ '/gone': { get: { deprecated: true, 'x-sunset': '2027-01-01', responses: done } } });

  it.each([
    ['a notice that is too short', query({}), dated],
    ['a removal before its day', gone, paths({})],
  ])('of %s is tomorrow what it is today', async (_, old, fresh) => {
    const on = async (today: string) =>
      (await diffOf(old, fresh, { today, noticeDays: 30 })).map(({ fingerprint }) => fingerprint);
    const today = await on('2026-06-01');
    expect(today).not.toEqual([]);
    expect(await on('2026-06-02')).toEqual(today);
  });
});

describe('the registry of rules', () => {
  it('has each id once, kebab-case, with a sentence', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, sentence } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(sentence).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('lets a level be changed', async () => {
    const levels = new Map([['new-optional-request-parameter', 'error'] as const]);
    expect(told(await diffOf(api({}), query({}), { levels }))).toEqual([
      'error new-optional-request-parameter',
    ]);
  });
});
