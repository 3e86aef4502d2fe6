import fc from 'fast-check';
import { isObject } from '../../../../src/contract/json.ts';
import { type Kind, open, refused, type Spoiled } from './kind.ts';
import { toRawHttp, type ValidRequest, withBody } from './valid-request.ts';

/** Bodies that are no JSON, or JSON that parsers disagree about (RFC 7493), or more than anybody wants. */
export const textKinds: readonly Kind[] = [
  ofText('broken-json', (text) =>
    fc.oneof(
      fc.integer({ min: 1, max: text.length - 1 }).map((length) => text.slice(0, length)),
      fc.constantFrom(
        '{',
        '[',
        '"',
        "{'a':1}",
        '{"a":1,}',
        '{a:1}',
        'undefined',
        'NaN',
        '01',
        '{"a":+1}',
        '\\',
        '\0',
        `${text}${text}`,
      ),
    ),
  ),
  ofText('bytes-that-are-no-text', (text) =>
    fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.nat(text.length))
      .map(([bytes, at]) =>
        Buffer.concat([
          Buffer.from(text.slice(0, at)),
          Buffer.from([0xff]),
          bytes,
          Buffer.from(text.slice(at)),
        ]),
      ),
  ),
  ofText('repeated-member', (text) =>
    fc
      .constantFrom('{"a":1,"a":2,', '{"\\u0061":1,"a":1,', '{"__proto__":1,"__proto__":2,')
      .map((head) => head + text.slice(1)),
  ),
  ofText('deep-nesting', (text) =>
    fc.constantFrom(['[', ']'], ['{"a":', '}'], ['[{"a":', '}]']).map(([open = '', close = '']) => {
      const nest = `${open.repeat(10_000)}1${close.repeat(10_000)}`;
      return `{"nest":${nest},${text.slice(1)}`;
    }),
  ),
  ofText('nul-in-text', (text) => intoText(text, ['\\u0000', '\0', 'a\\u0000b'])),
  ofText('lone-surrogate', (text) =>
    intoText(text, ['\\ud800', 'a\\udfffb', '\\ud83d\\ud83d', '\\uDC00\\uD800']),
  ),
  {
    ...ofText('two-megabytes', (text) =>
      fc.constantFrom(
        text.replace('"', () => `"${'a'.repeat(2_000_000)}`),
        `${' '.repeat(2_000_000)}${text}`,
        `[${'1,'.repeat(1_000_000)}1]`,
      ),
    ),
    tries: 2,
  },
  {
    id: 'bad-chunks',
    spoil(valid) {
      if (valid.body === undefined) return undefined;
      const text = JSON.stringify(valid.body.value);
      const headers = [
        ...valid.headers,
        ['Content-Type', 'application/json'],
        ['Transfer-Encoding', 'chunked'],
      ] as const;
      return fc
        .constantFrom('zz\r\n', '-1\r\n', 'fffffffffffffffffff\r\n', `1\r\n${text}\r\n`, `${text}\r\n`)
        .map((chunk) => ({
          ...toRawHttp({ ...valid, body: undefined }),
          headers,
          body: Buffer.from(`${chunk}0\r\n\r\n`),
          refused: true,
          hopeless: true,
        }));
    },
  },
  {
    id: 'extreme-number',
    spoil(valid) {
      const names = isObject(valid.body?.value) ? Object.keys(valid.body.value) : [];
      if (names.length === 0) return undefined;
      const numbers = fc.constantFrom(
        '1e400',
        '-1e400',
        '-0',
        '1e-400',
        '9'.repeat(400),
        `0.${'1'.repeat(4_000)}`,
        '9007199254740993',
      );
      return fc.tuple(fc.constantFrom(...names), numbers).map(([name, number]) => ({
        ...withText(valid, withNumber(valid, name, number)),
        ...open,
      }));
    },
  },
];

/** A kind that writes another text than the valid body's. Nothing of it may be accepted. */
function ofText(id: string, texts: (text: string) => fc.Arbitrary<string | Uint8Array>): Kind {
  return {
    id,
    spoil(valid) {
      if (valid.body === undefined) return undefined;
      return texts(JSON.stringify(valid.body.value)).map((text) => ({
        ...withText(valid, text),
        ...refused,
      }));
    },
  };
}

function withText(valid: ValidRequest, text: string | Uint8Array): Omit<Spoiled, 'refused' | 'hopeless'> {
  return { ...toRawHttp({ ...valid, body: undefined }), ...withBody(valid.headers, text) };
}

/** Puts something, as it stands, into the first text of the JSON, or into its first name. */
function intoText(text: string, parts: readonly string[]): fc.Arbitrary<string> {
  const heads = [/:"/, /{"/].filter((head) => head.test(text));
  return fc
    .tuple(fc.constantFrom(...heads), fc.constantFrom(...parts))
    .map(([head, part]) => text.replace(head, (found) => found + part));
}

function withNumber(valid: ValidRequest, name: string, number: string): string {
  const mark = 'number-of-the-test';
  const body = isObject(valid.body?.value) ? { ...valid.body.value, [name]: mark } : {};
  return JSON.stringify(body).replace(`"${mark}"`, number);
}
