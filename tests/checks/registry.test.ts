import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checks, judge } from '../../src/checks/registry.ts';
import { anAnswer } from './exchanges.ts';

describe('the registry', () => {
  test('every check is a file, an id and a test of that name', async () => {
    const sources = await readdir('src/checks');
    const tests = await readdir('tests/checks');
    for (const { id } of checks) {
      expect(sources).toContain(`${id}.ts`);
      expect(tests).toContain(`${id}.test.ts`);
    }
  });

  test('no id is there twice, every title is a sentence', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { title } of checks) expect(title).toMatch(/^[A-Z].+\.$/);
  });
});

test('an exchange that keeps every promise has no finding', () => {
  expect(judge(anAnswer())).toEqual([]);
  expect(
    judge(
      anAnswer({ operation: 'deleteBook', status: 204, headers: { 'content-type': undefined }, body: null }),
    ),
  ).toEqual([]);
});

test('one fault is one finding', () => {
  const faults = [
    { status: 418 },
    { headers: { 'content-type': 'text/html' } },
    { body: { id: 7 } },
    { headers: { 'x-shelf': undefined } },
    { headers: { 'x-copies': 'many' } },
    { headers: { 'x-request-id': undefined } },
    { headers: { 'x-request-id': 'other' } },
    { status: 500, body: { stack: 'at x (/a.js:1:2)' } },
  ];
  expect(faults.map((fault) => judge(anAnswer(fault)).map(({ id }) => id))).toEqual(
    checks.map(({ id }) => [id]),
  );
});

test('whatever a server sends, it is judged and nothing is thrown', () => {
  const header = fc.constantFrom('content-type', 'x-request-id', 'x-shelf', 'x-copies', 'content-length');
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 999 }),
      fc.dictionary(header, fc.string()),
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => Buffer.from(json)),
      ),
      (status, headers, body) => {
        for (const finding of judge(anAnswer({ status, headers, body }))) {
          expect(finding.message).toContain('library GET /books/{id}');
        }
      },
    ),
  );
});
