import fc from 'fast-check';
import { isObject, type Json } from '../../../../src/contract/json.ts';
import { validateValue } from '../../../../src/contract/validate-value.ts';
import type { Kind, Spoiled } from './kind.ts';
import { membersIn, objectsIn, type Place, placesIn, replaceAt, valueAt } from './places.ts';
import { toRawHttp, type ValidRequest } from './valid-request.ts';

/** Bodies that are good JSON with a value that may be wrong: one thing is changed in a valid body. */
export const valueKinds: readonly Kind[] = [
  inBody('wrong-type', placesIn, () =>
    fc.constantFrom<Json>(null, true, 17, 0.5, 'text', [], {}, [[]], { a: 1 }),
  ),
  {
    id: 'missing-member',
    spoil: (valid) => atAnyPlace(valid, membersIn, fc.constant(undefined)),
  },
  inBody('empty-value', membersIn, (value) => fc.constantFrom<Json>('', ' ', '\t\n', emptied(value))),
  inBody('long-text', membersIn, () =>
    fc.constantFrom('a', 'я', '7', '@', '\u{1f600}', ' ').map((unit) => unit.repeat(100_000 / unit.length)),
  ),
  inBody('odd-text', membersIn, () => oddText),
  inBody('unknown-member', objectsIn, (value) =>
    anyJson.map((extra) => withMember(value, 'nobody_knows_this', toJson(extra))),
  ),
  inBody('prototype-member', objectsIn, (value) =>
    fc
      .tuple(fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'), odd)
      .map(([name, member]) => withMember(value, name, member)),
  ),
];

// Made once: fast-check takes its time over a string or a value of any kind, and a body has many places.
const anyJson = fc.jsonValue({ maxDepth: 2 });
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', '').toWellFormed()),
  fc.constantFrom(
    "'; drop table accounts; --",
    '{{7*7}}',
    '\u202e',
    '\ufeff',
    '../../etc/passwd',
    '\r\nX: y',
  ),
);

const odd = fc.constantFrom<Json>(null, 'x', {}, { is_admin: true }, { prototype: { polluted: true } }, []);

/** A kind that puts another value at a place of the body. */
function inBody(
  id: string,
  places: (body: Json) => readonly Place[],
  values: (value: Json) => fc.Arbitrary<Json>,
): Kind {
  return {
    id,
    spoil(valid) {
      const body = valid.body?.value;
      if (body === undefined || places(body).length === 0) return undefined;
      return fc
        .constantFrom(...places(body))
        .chain((place) =>
          values(valueAt(body, place) ?? null).map((value) => spoilBody(valid, place, value)),
        );
    },
  };
}

function atAnyPlace(
  valid: ValidRequest,
  places: (body: Json) => readonly Place[],
  values: fc.Arbitrary<Json | undefined>,
): fc.Arbitrary<Spoiled> | undefined {
  const found = valid.body === undefined ? [] : places(valid.body.value);
  if (found.length === 0) return undefined;
  return fc.tuple(fc.constantFrom(...found), values).map(([place, value]) => spoilBody(valid, place, value));
}

/** What the schema does not allow must be refused. */
function spoilBody(valid: ValidRequest, place: Place, by: Json | undefined): Spoiled {
  if (valid.body === undefined) throw new Error('there is no body to spoil');
  const { schema, value } = valid.body;
  const body = { schema, value: replaceAt(value, place, by) };
  const violations = validateValue(valid.contract, schema, body.value, { direction: 'request' });
  return { ...toRawHttp({ ...valid, body }), refused: violations.length > 0, hopeless: false };
}

function emptied(value: Json): Json {
  if (Array.isArray(value)) return [];
  return isObject(value) ? {} : null;
}

/** Also `__proto__`, as JSON.parse makes it. */
function withMember(value: Json, name: string, member: Json): Json {
  const copy = isObject(value) ? { ...value } : {};
  Object.defineProperty(copy, name, { value: member, enumerable: true, configurable: true, writable: true });
  return copy;
}

function toJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value));
  return json;
}
