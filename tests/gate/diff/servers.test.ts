import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/contract/json.ts';
import { done, paths } from './changes/documents.ts';
import { diffOf, told } from './compare.ts';

const things = { '/things': { get: { responses: done } } };
const at = (...urls: readonly string[]): JsonObject =>
  paths(things, { servers: urls.map((url) => ({ url })) });
const variable = (url: string, values: readonly string[], preset = values[0] ?? 'x'): JsonObject =>
  paths(things, {
    servers: [
      { url, variables: { v: { default: preset, ...(values.length > 0 && { enum: [...values] }) } } },
    ],
  });

const moved = 'error api-base-path-removed';
const removed = 'info api-server-removed';
const added = 'info api-server-added';

describe('servers', () => {
  it('are told, and break nobody, where only the host is another: the same API is served in many places', async () => {
    const found = await diffOf(at('https://dev.test/v1'), at('https://live.test/v1'));
    expect(told(found)).toEqual([removed, added]);
    expect(found.map(({ message }) => message)).toEqual([
      'clients are no longer told that https://dev.test/v1 serves them',
      'clients may call https://live.test/v1',
    ]);
    expect(told(await diffOf(at('https://a.test', 'https://b.test'), at('https://b.test')))).toEqual([
      removed,
    ]);
    expect(told(await diffOf(at('https://a.test'), at()))).toEqual([removed]);
  });

  it.each([
    ['https://a.test/v1', 'https://a.test/v2'],
    ['https://a.test', 'https://a.test/api'],
    ['/v1', '/v2'],
    ['https://a.test/v1', '/v2'],
  ])('break every call where what stands before the paths changed: %s became %s', async (old, fresh) => {
    expect(told(await diffOf(at(old), at(fresh)))).toEqual([moved, added]);
  });

  it.each([
    ['https://a.test/v1', 'https://A.test:443/v1/'],
    ['https://{x}.test', 'https://{y}.test'],
  ])('say the same in other words: %s and %s', async (old, fresh) => {
    expect(await diffOf(at(old), at(fresh))).toEqual([]);
  });

  it('in another order say the same', async () => {
    expect(await diffOf(at('https://a.test', '/b'), at('/b', 'https://a.test'))).toEqual([]);
  });

  it('keep every value of their variables', async () => {
    const base = 'https://a.test/{v}';
    expect(told(await diffOf(variable(base, ['v1', 'v2']), variable(base, ['v2'])))).toEqual([moved]);
    expect(told(await diffOf(variable(base, ['v1']), variable(base, ['v1', 'v2'])))).toEqual([added]);
    expect(told(await diffOf(variable(base, []), variable(base, ['v1'])))).toEqual([moved]);
    expect(told(await diffOf(variable(base, ['v1']), variable(base, [])))).toEqual([added]);
    const hosts = variable('https://{v}.test', ['eu', 'us']);
    expect(await diffOf(hosts, at('https://us.test', 'https://eu.test'))).toEqual([]);
  });

  it('of one operation or one path count there', async () => {
    const own = (url: string) =>
      paths({
        '/things': { servers: [{ url }], get: { responses: done } },
        '/others': { get: { responses: done } },
      });
    const found = await diffOf(own('https://a.test/v1'), own('https://a.test/v2'));
    expect(told(found)).toEqual([moved, added]);
    expect(found.map(({ operation }) => operation)).toEqual(['GET /things', 'GET /things']);
  });

  it('may hand what all paths begin with over to the paths, and take it back', async () => {
    const served = at('https://a.test/v1');
    const written = paths({ '/v1/things': things['/things'] }, { servers: [{ url: 'https://a.test' }] });
    expect(await diffOf(served, written)).toEqual([]);
    expect(await diffOf(written, served)).toEqual([]);
  });
});
