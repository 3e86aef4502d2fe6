import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/contract/json.ts';
import { createRouter, type Router } from '../../src/contract/router.ts';
import { contractOf } from './support.ts';

/** `GET /a` style routes; several methods of a path: `GET,POST /a`. */
async function routerOf(...routes: readonly string[]): Promise<Router> {
  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    const [methods = '', path = ''] = route.split(' ');
    const operations = methods.split(',').map((method) => [method.toLowerCase(), { responses: {} }]);
    paths[path] = Object.fromEntries(operations);
  }
  return createRouter(await contractOf({ paths }));
}

/** `GET /users/{id} {"id":"5"}`, or why there is none. */
function found(router: Router, method: string, path: string): string {
  const result = router(method, path);
  if (result.kind === 'no-method') return `405 ${result.allow.join(',')}`;
  if (result.kind === 'no-path') return '404';
  return `${result.operation.path} ${JSON.stringify(result.pathParameters)}`;
}

describe('which path wins', () => {
  test('a literal segment beats a parameter', async () => {
    const router = await routerOf('GET /users/{id}', 'GET /users/me');
    expect(found(router, 'GET', '/users/me')).toBe('/users/me {}');
    expect(found(router, 'GET', '/users/5')).toBe('/users/{id} {"id":"5"}');
  });

  test('the most literal segments win, wherever they stand', async () => {
    const router = await routerOf('GET /a/{x}/{y}', 'GET /{p}/b/c');
    expect(found(router, 'GET', '/a/b/c')).toBe('/{p}/b/c {"p":"a"}');
  });

  test('of equal scores the one that is literal further left wins', async () => {
    const router = await routerOf('GET /{p}/b', 'GET /a/{q}');
    expect(found(router, 'GET', '/a/b')).toBe('/a/{q} {"q":"b"}');
  });

  test('a segment that is partly literal beats a parameter', async () => {
    const router = await routerOf('GET /{file}', 'GET /{name}.json');
    expect(found(router, 'GET', '/report.json')).toBe('/{name}.json {"name":"report"}');
    expect(found(router, 'GET', '/report.xml')).toBe('/{file} {"file":"report.xml"}');
  });

  test('a path without the method gives way to a less literal one that has it', async () => {
    const router = await routerOf('GET /users/me', 'DELETE /users/{id}');
    expect(found(router, 'DELETE', '/users/me')).toBe('/users/{id} {"id":"me"}');
  });
});

describe('methods', () => {
  test('a known path with another method names the methods it has', async () => {
    const router = await routerOf('GET,POST /users', 'PUT /{anything}');
    expect(found(router, 'DELETE', '/users')).toBe('405 GET,POST,PUT');
  });

  test('equivalent templates keep their own parameter names', async () => {
    const router = await routerOf('GET /users/{id}', 'PUT /users/{name}');
    expect(found(router, 'GET', '/users/5')).toBe('/users/{id} {"id":"5"}');
    expect(found(router, 'PUT', '/users/5')).toBe('/users/{name} {"name":"5"}');
  });
});

describe('segments', () => {
  test.each([
    ['/a{b}c', '/axyzc', '{"b":"xyz"}'],
    ['/{a}:{b}', '/1:2:3', '{"a":"1","b":"2:3"}'],
    ['/{a}{b}', '/xyz', '{"a":"x","b":"yz"}'],
    ['/v{major}.{minor}/x', '/v1.2/x', '{"major":"1","minor":"2"}'],
  ])('%s matches %s', async (template, path, parameters) => {
    expect(found(await routerOf(`GET ${template}`), 'GET', path)).toBe(`${template} ${parameters}`);
  });

  test('a parameter is never empty', async () => {
    const router = await routerOf('GET /users/{id}', 'GET /a{b}c');
    expect(found(router, 'GET', '/users/')).toBe('404');
    expect(found(router, 'GET', '/ac')).toBe('404');
  });

  test('a trailing slash counts, an empty path is the root', async () => {
    const router = await routerOf('GET /', 'GET /users', 'GET /events/');
    expect(found(router, 'GET', '')).toBe('/ {}');
    expect(found(router, 'GET', '/')).toBe('/ {}');
    expect(found(router, 'GET', '/users/')).toBe('404');
    expect(found(router, 'GET', '/events/')).toBe('/events/ {}');
    expect(found(router, 'GET', '/events')).toBe('404');
  });

  test('upper and lower case differ', async () => {
    expect(found(await routerOf('GET /Users'), 'GET', '/users')).toBe('404');
  });
});

describe('percent-encoding', () => {
  test('parameters are decoded, an encoded slash stays inside its segment', async () => {
    const router = await routerOf('GET /files/{name}');
    expect(found(router, 'GET', '/files/a%2Fb%20c')).toBe('/files/{name} {"name":"a/b c"}');
  });

  test('a broken escape is taken as it is', async () => {
    expect(found(await routerOf('GET /files/{name}'), 'GET', '/files/%E0%A4%A')).toBe(
      '/files/{name} {"name":"%E0%A4%A"}',
    );
  });

  test('a Cyrillic literal matches written plainly and encoded, in the document and in the request', async () => {
    const router = await routerOf('GET /auth/сode', 'GET /%D0%BC%D0%B8%D1%80', 'GET /мир{n}');
    expect(found(router, 'GET', '/auth/%D1%81ode')).toBe('/auth/сode {}');
    expect(found(router, 'GET', '/auth/сode')).toBe('/auth/сode {}');
    expect(found(router, 'GET', '/auth/code')).toBe('404');
    expect(found(router, 'GET', '/мир')).toBe('/%D0%BC%D0%B8%D1%80 {}');
    expect(found(router, 'GET', '/%D0%BC%D0%B8%D1%807')).toBe('/мир{n} {"n":"7"}');
  });

  test('an encoded slash is not the slash of another path', async () => {
    expect(found(await routerOf('GET /a/b'), 'GET', '/a%2Fb')).toBe('404');
  });
});

describe('for any input', () => {
  const router = routerOf('GET /', 'GET /a/{b}', 'GET /{x}.json', 'GET /{a}:{b}-{c}', 'POST /a/b/{c}/{d}');

  test('a router never throws', async () => {
    const route = await router;
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('/', '%', '.', 'a', ':', '2', 'F') }),
    );
    fc.assert(
      fc.property(text, text, (method, path) =>
        ['found', 'no-path', 'no-method'].includes(route(method, path).kind),
      ),
    );
  });

  test('what is put into a template comes out of it', async () => {
    const route = await routerOf('GET /files/{folder}/{name}');
    const segment = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(segment, segment, (folder, name) => {
        const result = route('GET', `/files/${encodeURIComponent(folder)}/${encodeURIComponent(name)}`);
        expect(result).toMatchObject({ kind: 'found', pathParameters: { folder, name } });
      }),
    );
  });

  test('every operation of any set of paths is found by its own path', async () => {
    const piece = fc.constantFrom('a', 'b', '{x}', '{y}', 'c{z}', '{v}.d');
    const path = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => `/${pieces.join('/')}`);
    const shape = (template: string) => template.replaceAll(/\{\w\}/g, '{}');
    const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 12, selector: shape });
    await fc.assert(
      fc.asyncProperty(paths, async (templates) => {
        const route = await routerOf(...templates.map((template) => `GET ${template}`));
        for (const template of templates) {
          const result = route('GET', template.replaceAll(/\{\w\}/g, 'q'));
          expect(result).toMatchObject({ kind: 'found', operation: { path: template } });
        }
      }),
      { numRuns: 50 },
    );
  });
});
