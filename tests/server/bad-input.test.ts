import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isObject } from '../../src/contract/json.ts';
import { databases } from '../support/databases.ts';
import type { Answer } from '../support/http.ts';
import { eventOf } from './events.ts';
import { loadSamples, pathOf } from './operations.ts';
import { register, useSubject } from './subject.ts';

const samples = await loadSamples();
const taking = samples.filter(({ body }) => body !== undefined);
const parametrised = samples.filter(({ operation }) => operation.path.includes('{'));

describe.each(databases)('over $name', ({ open }) => {
  const subject = useSubject(open);
  let token: string;
  /** What path parameters are filled with: things of one’s own. */
  let own: Readonly<Record<string, string>>;
  beforeAll(async () => {
    token = (await register(subject)).access_token;
    const me = await subject.ask('users-v1/me', { token });
    const id = isObject(me.body) ? String(me.body.id) : '';
    const place = [{ drafts: [{ place: 'Парк' }] }];
    const body = { event: { name: 'Шашлыки', place } };
    const created = await subject.ask('event-messenger/event', { body, token });
    own = { id, user_id: id, event_id: eventOf(created).id };
  });
  const fill = (parameter: string) => own[parameter] ?? 'x';

  test.each(taking)('no body makes $name fail', async (sample) => {
    const { method } = sample.operation;
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoiled(sample.body), anything), async (body) => {
        expectAnswer(
          await subject.ask(pathOf(sample, fill), { method, body: JSON.stringify(body) ?? 'null', token }),
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each(taking)('$name refuses what is no fit JSON', async (sample) => {
    const { method } = sample.operation;
    for (const [what, body, headers = {}] of unfit) {
      const answer = await subject.ask(pathOf(sample, fill), { method, body, headers, token });
      expectAnswer(answer);
      expect([what, answer.status]).toEqual([what, what === 'two megabytes' ? 413 : 422]);
    }
  });

  test('no bytes make the webhook fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const response = await fetch(`${subject.server.url}/webhook-2can/`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: new Uint8Array(bytes),
        });
        await response.arrayBuffer();
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  test.each(parametrised)('no path makes $name fail', async (sample) => {
    const { method } = sample.operation;
    await fc.assert(
      fc.asyncProperty(fc.oneof(printable, encoded), async (value) => {
        const body = sample.body === undefined ? {} : { body: sample.body };
        const answer = await subject.ask(
          pathOf(sample, () => value),
          { method, token, ...body },
        );
        expect(answer.status).toBeLessThan(500);
        expect(answer.headers.get('x-request-id')).toBeTruthy();
      }),
      { numRuns: 60 },
    );
  });

  test.each(samples)('no header makes $name fail', async (sample) => {
    const { method } = sample.operation;
    await fc.assert(
      fc.asyncProperty(printable, async (header) => {
        const headers = {
          authorization: header,
          'content-type': header,
          prefer: header,
          'x-request-id': header,
        };
        const body = sample.body === undefined ? {} : { body: sample.body };
        expectAnswer(await subject.ask(pathOf(sample, fill), { method, headers, ...body }));
      }),
      { numRuns: 20 },
    );
  });

  test.each(samples)('$name tells the methods its path has', async (sample) => {
    const answer = await subject.ask(pathOf(sample, fill), { method: 'PATCH', token });
    expectAnswer(answer);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain(sample.operation.method);
  });
});

/** An answer is JSON with a request id and no word about the inside; not a failure, whatever was sent. */
function expectAnswer({ status, headers, body }: Answer): void {
  expect(status).toBeLessThan(500);
  expect(headers.get('x-request-id')).toBeTruthy();
  expect(body).toBeInstanceOf(Object);
  expect(JSON.stringify(body)).not.toMatch(/ at .+:\d+:\d+|node_modules|sqlite|postgres/i);
}

/** Bodies, some with headers, that no operation takes. */
const unfit: readonly (readonly [what: string, body: string, headers?: Record<string, string>])[] = [
  ['broken JSON', '{"a":'],
  ['a name twice', '{"a":1,"a":2}'],
  ['deep nesting', '['.repeat(50_000)],
  ['deep nesting that is closed', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['U+0000', '{"a":"\\u0000"}'],
  ['half a surrogate pair', '{"a":"\\ud800"}'],
  ['a list', '[]'],
  ['a word', '"word"'],
  ['null', 'null'],
  ['another media type', 'a', { 'content-type': 'text/plain' }],
  ['XML', '<a/>', { 'content-type': 'application/xml' }],
  ['two megabytes', `{"a":"${'a'.repeat(2_000_000)}"}`],
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '\0',
    '\ud800',
    '%00',
    "'; drop table accounts; --",
    '__proto__',
    '9'.repeat(1_000),
    '{{7*7}}',
    '\u202e',
  ),
);
const printable = fc.string({ unit: fc.constantFrom(...'ab%0/?#&=.;:@\\"\'<>{}|^~-_ '), maxLength: 40 });
const encoded = text.map((value) => encodeURIComponent(value.toWellFormed()));
const anything = fc.oneof(text, fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(1e308, -0, 2 ** 63, 1e-320));

/** A valid body with some of its values, however deep, replaced by anything, and some members more. */
function spoiled(valid: unknown) {
  const places = placesIn(valid, []);
  const change = fc.record({ place: fc.constantFrom(...places), name: fc.option(text), value: anything });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const body: unknown = structuredClone(valid);
    for (const { place, name, value } of changes)
      put(body, name === null ? place : [...place.slice(0, -1), name], value);
    return body;
  });
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place): Place[] {
  const steps = isObject(value) || Array.isArray(value) ? Object.entries(value) : [];
  return steps.flatMap(([step, item]) => [[...at, step], ...placesIn(item, [...at, step])]);
}

function put(body: unknown, [step = '', ...rest]: Place, value: unknown): void {
  if (!isObject(body) && !Array.isArray(body)) return;
  // A list takes no names, `length` least of all.
  if (Array.isArray(body) && !Object.keys(body).includes(String(step))) return;
  if (rest.length > 0) put(Reflect.get(body, step), rest, value);
  else Object.defineProperty(body, step, { value, enumerable: true, configurable: true, writable: true });
}
