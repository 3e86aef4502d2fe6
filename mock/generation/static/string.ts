import type { JsonObject } from '../../../src/contract/json.ts';
import { compilePattern } from '../../../src/contract/schema/patterns.ts';
import { uuidNamed } from './uuid.ts';

/** One value per format, valid as the format's own standard says. The same ones Prism sends, where those are valid. */
const formats: Readonly<Record<string, string>> = {
  email: 'user@example.com',
  'idn-email': 'пользователь@пример.ру',
  'date-time': '2019-08-24T14:15:22Z',
  date: '2019-08-24',
  time: '14:15:22Z',
  duration: 'P1D',
  ipv4: '192.168.0.1',
  ipv6: '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
  hostname: 'example.com',
  'idn-hostname': 'пример.ру',
  uri: 'http://example.com',
  url: 'http://example.com',
  'uri-reference': '../dictionary',
  'uri-template': 'http://example.com/{endpoint}',
  iri: 'http://пример.ру',
  'iri-reference': '../словарь',
  byte: 'c3RyaW5n',
  'json-pointer': '/json/pointer',
  'relative-json-pointer': '1/relative/json/pointer',
  regex: '/regex/',
};

/**
 * A string for a schema: by format, else the word `string`, stretched or cut to its length. Undefined when that breaks the
 * schema's pattern or bounds, so that the caller has to draw one.
 */
export function sampleString(schema: JsonObject, name: string): string | undefined {
  const least = typeof schema.minLength === 'number' ? schema.minLength : 0;
  const most = typeof schema.maxLength === 'number' ? schema.maxLength : Number.POSITIVE_INFINITY;
  const value = formatted(schema.format, name, least) ?? stretched('string', least, most);
  if (value.length < least || value.length > most) return undefined;
  return typeof schema.pattern !== 'string' || (compilePattern(schema.pattern)?.test(value) ?? true)
    ? value
    : undefined;
}

function formatted(format: unknown, name: string, least: number): string | undefined {
  if (format === 'uuid') return uuidNamed(name);
  if (format === 'password') return password(least);
  return typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format] : undefined;
}

/** Any text is a password: one that is too short gets more of it. */
function password(least: number): string {
  const word = 'pa$$word';
  return least > word.length ? `${word}_${'qwerty!@#$%^123456'.repeat(least)}`.slice(0, least) : word;
}

function stretched(word: string, least: number, most: number): string {
  const long = word.repeat(Math.max(1, Math.ceil(least / word.length)));
  return long.slice(0, Math.min(most, Math.max(least, word.length)));
}
