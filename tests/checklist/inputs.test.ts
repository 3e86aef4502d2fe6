import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFresh } from '../../src/checklist/inputs/fresh-value.ts';
import { drawPattern } from '../../src/checklist/inputs/pattern.ts';
import { run, runOne, startServer } from './support.ts';

describe('inputs', () => {
  it('marked x-fresh are drawn anew for every check', async () => {
    const server = await startServer(() => ({ status: 201 }));
    await run('inputs', server.url, { grep: 'fresh' });
    const sent = server.seen.map(({ body }) => JSON.parse(body));
    expect(sent).toHaveLength(2);
    for (const each of sent) {
      expect(each).toEqual({
        unique: expect.stringMatching(/^[0-9a-f]{12}$/),
        digits: expect.stringMatching(/^[0-9]{7}$/),
      });
    }
    expect(sent[0].unique).not.toBe(sent[1].unique);
  });

  it('that are given come before fresh ones', async () => {
    const server = await startServer(() => ({ status: 201 }));
    await run('inputs', server.url, { grep: 'fresh', inputs: { unique: '0123456789ab' } });
    expect(server.seen.map(({ body }) => JSON.parse(body).unique)).toEqual(['0123456789ab', '0123456789ab']);
  });

  it('that are required and missing make a check broken, and it says how to give them', async () => {
    const server = await startServer(() => ({}));
    expect(await runOne('inputs', 'needs-a-token', server.url)).toMatchObject({
      verdict: 'broken',
      reason: 'the input "token" has no value: give it with --input token=…',
    });
  });

  it('have their default, else the type of their schema', async () => {
    const server = await startServer(() => ({ status: 201 }));
    await runOne('inputs', 'needs-a-number', server.url);
    await runOne('inputs', 'needs-a-number', server.url, { inputs: { count: '4' } });
    expect(server.seen.map(({ body }) => body)).toEqual(['{"count":1}', '{"count":4}']);
  });

  it.each([
    ['9', 'the input "count" must be <= 5, 9 was given'],
    ['many', 'the input "count" must be integer, "many" was given'],
  ])('that do not fit their schema make a check broken: %s', async (count, reason) => {
    const server = await startServer(() => ({}));
    expect(await runOne('inputs', 'needs-a-number', server.url, { inputs: { count } })).toMatchObject({
      verdict: 'broken',
      reason,
    });
  });
});

describe('fresh values', () => {
  it('match their pattern', () => {
    const atom = fc.constantFrom(
      '[0-9a-f]',
      '[A-Z_]',
      '\\d',
      '\\w',
      'x',
      '\\.',
      '(?:ab|c)',
      '[^a-z]',
      '(d|e{2})',
      '-',
      '.',
    );
    const repeat = fc.constantFrom('', '{3}', '{1,4}', '?', '+', '*', '{2,}');
    const pattern = fc.array(fc.tuple(atom, repeat), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(pattern, (parts) => {
        const text = `^${parts.flat().join('')}$`;
        expect(drawPattern(text)?.()).toMatch(new RegExp(text));
      }),
    );
  });

  it.each(['(?=a)b', '(a)\\1', 'a**', '(', '[z-a]', '\\p{L}'])('cannot be drawn for %s', (pattern) => {
    expect(drawPattern(pattern)).toBeUndefined();
  });

  it('fit the other schemas that can be drawn', () => {
    expect(drawFresh({ type: 'integer', minimum: 5, maximum: 5 })?.()).toBe(5);
    expect(drawFresh({ enum: ['a'] })?.()).toBe('a');
    expect(drawFresh({ type: 'string', format: 'uuid' })?.()).toMatch(/^[0-9a-f-]{36}$/);
    expect(drawFresh({ type: 'string', format: 'email' })?.()).toMatch(/^[^@]+@example\.com$/);
    expect(drawFresh({ type: 'string', minLength: 30 })?.()).toHaveLength(30);
    expect(drawFresh({ type: 'object' })).toBeUndefined();
  });
});
