import fc from 'fast-check';
import { type Kind, open, refused } from './kind.ts';
import { toRawHttp, withBody } from './valid-request.ts';

/** Whatever surrounds a body: methods, paths, queries, headers. */
export const messageKinds: readonly Kind[] = [
  {
    id: 'no-body',
    spoil: (valid) => valid.body && fc.constant({ ...toRawHttp({ ...valid, body: undefined }), ...refused }),
  },
  {
    id: 'wrong-media-type',
    spoil: (valid) =>
      valid.body &&
      fc
        .constantFrom(
          'text/plain',
          'application/xml',
          'multipart/form-data; boundary=x',
          '/',
          '__proto__',
          'application/json2',
          'я',
        )
        .map((mediaType) => ({
          ...toRawHttp({ ...valid, body: undefined }),
          ...withBody(valid.headers, JSON.stringify(valid.body?.value), mediaType),
          ...refused,
        })),
  },
  {
    id: 'unexpected-body',
    spoil: (valid) =>
      valid.body
        ? undefined
        : fc
            .oneof(fc.constantFrom('{', '\0', '[]'), fc.uint8Array({ minLength: 1, maxLength: 200 }))
            .map((body) => ({
              ...toRawHttp(valid),
              ...withBody(valid.headers, body),
              ...open,
            })),
  },
  {
    id: 'wrong-method',
    spoil: (valid) => {
      const right = valid.contract.operations.filter(({ path }) => path === valid.operation.path);
      const wrong = methods.filter((name) => !right.some(({ method }) => method === name));
      return fc
        .constantFrom(...wrong)
        .map((method) => ({ ...toRawHttp(valid), method, refused: true, hopeless: true }));
    },
  },
  {
    id: 'bad-path-parameter',
    spoil: (valid) => {
      if (!valid.path.some(({ parameter }) => parameter)) return undefined;
      return oddSegment.map((text) => {
        const path = valid.path.map((segment) => (segment.parameter ? { ...segment, text } : segment));
        return { ...toRawHttp({ ...valid, path }), refused: false, hopeless: true };
      });
    },
  },
  {
    id: 'path-garbage',
    spoil: (valid) =>
      fc.tuple(fc.constantFrom('/', '//', '/.', '/..', ';', '%2f'), oddSegment).map(([joint, text]) => {
        const { target, ...request } = toRawHttp(valid);
        return { ...request, target: `${target}${joint}${text}`, refused: false, hopeless: true };
      }),
  },
  {
    id: 'query-garbage',
    spoil: (valid) =>
      fc
        .oneof(
          fc.string({ unit: fc.constantFrom(...'ab%0/?&=.;:@[]+~-_'), maxLength: 60 }),
          fc.constantFrom(
            '__proto__=1',
            '__proto__[a]=1&constructor[prototype][a]=2',
            '%',
            '%00',
            '%ff=%fe',
            '&'.repeat(9_000),
            'a=1&'.repeat(2_000),
          ),
        )
        .map((query) => {
          const { target, ...request } = toRawHttp(valid);
          return { ...request, target: `${target}?${query}`, refused: false, hopeless: true };
        }),
  },
  {
    id: 'odd-authorization',
    spoil: (valid) =>
      valid.operation.security.length === 0
        ? undefined
        : oddAuthorization.map((value) => {
            const headers = valid.headers.filter(([name]) => name !== 'Authorization');
            const odd = value === undefined ? [] : [['Authorization', value] as const];
            return {
              ...toRawHttp({ ...valid, headers: [...headers, ...odd] }),
              refused: true,
              hopeless: true,
            };
          }),
  },
  {
    id: 'odd-headers',
    spoil: (valid) =>
      fc.array(oddHeader, { minLength: 1, maxLength: 3 }).map((odd) => {
        const { headers, ...request } = toRawHttp(valid);
        return { ...request, headers: [...headers, ...odd], refused: false, hopeless: true };
      }),
  },
];

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY', 'PROPFIND', 'BREW', 'post', ''];

const oddSegment = fc.oneof(
  fc.constantFrom(
    '%',
    '%zz',
    '%c0%af',
    '%00',
    '%0a',
    '%ff',
    '%f0%9f%98%80',
    '%u0041',
    '..',
    '.',
    '*',
    '__proto__',
    'constructor',
    '%D1%8F',
    'я',
    'a b',
    '0',
    '-1',
    '1e9',
    'null',
    'undefined',
    '99999999999999999999',
    "'%20or%201=1--",
    'a'.repeat(10_000),
    '%41'.repeat(3_000),
    'a'.repeat(70_000),
  ),
  fc
    .string({ unit: fc.constantFrom(...'ab%0/&=.;:@"\'<>{}|^~-_'), minLength: 1, maxLength: 30 })
    .filter((text) => !text.endsWith('/')),
  fc.uuid(),
);

const oddAuthorization = fc.oneof(
  fc.constantFrom(
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'bearer',
    'Bearer  x',
    'Basic YTpi',
    'Bearer a b',
    'Bearer null',
    'Bearer я',
    'Bearer \u0001',
    `Bearer ${'a'.repeat(10_000)}`,
    `Bearer ${'a.'.repeat(3_000)}`,
    'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.',
    'Bearer ..',
    'Bearer a.b.c',
    'Digest username="a"',
    ',',
    '{}',
    'Bearer __proto__',
  ),
  fc.string({ maxLength: 80 }).map((text) => `Bearer ${text.replace(/[\r\n\0]/g, '')}`),
);

const oddHeader: fc.Arbitrary<readonly [string, string]> = fc.constantFrom<readonly [string, string]>(
  ['__proto__', 'x'],
  ['constructor', 'x'],
  ['Host', 'another.example'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'text/html'],
  ['Content-Length', '0'],
  ['Content-Length', 'many'],
  ['Content-Encoding', 'gzip'],
  ['Transfer-Encoding', 'identity, x'],
  ['X-Request-ID', 'another'],
  ['X-Request-ID', 'with space'],
  ['X-Request-ID', 'ключ'],
  ['X-Request-ID', 'a'.repeat(5_000)],
  ['Prefer', ';;==,"'],
  ['Prefer', 'clock=P999999999999Y'],
  ['Prefer', 'clock=-P1D, clock=PT1S'],
  ['Cookie', '__proto__=1; =; ;;a'],
  ['Accept', ',,;q=a'],
  ['Accept-Language', '\u00ff'],
  ['Expect', 'nothing good'],
  ['Upgrade', 'websocket'],
  ['If-None-Match', '*'],
  ['Range', 'bytes=9-1'],
  ['X-Forwarded-For', "1.2.3.4, ' or 1=1"],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['Origin', 'null'],
  ['X-Mock-Session', '../../..'],
  ['X-Long', 'a'.repeat(20_000)],
  ['Bad Name', 'x'],
  ['', 'x'],
  ['X-Odd', 'a\u0001b'],
  ['X-Odd', 'я'],
  ['X-Odd', 'a\nb'],
);
