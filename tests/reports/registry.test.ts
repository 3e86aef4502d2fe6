import { describe, expect, test } from 'vitest';
import { aCheck, evidenceOf, oneOfEach } from '../../fixtures/evidence/build.ts';
import { findReport, reports } from '../../src/reports/registry.ts';
import { reportText } from './gather.ts';

test('no kind and no file name is there twice', () => {
  expect(new Set(reports.map(({ kind }) => kind)).size).toBe(reports.length);
  expect(new Set(reports.map(({ fileName }) => fileName)).size).toBe(reports.length);
});

test('an unknown kind is not found', () => {
  expect(findReport('pdf')).toBeUndefined();
});

describe.each(reports.map(({ kind }) => kind))('%s', (kind) => {
  test('the same evidence gives the same text, however often it is asked', async () => {
    const evidence = evidenceOf(oneOfEach());
    expect(await reportText(kind, evidence)).toBe(await reportText(kind, evidence));
  });

  test('a run without checks is reported too', async () => {
    expect(await reportText(kind, evidenceOf([]))).not.toBe('');
  });

  test('comes in pieces, so that a long run is never one string', async () => {
    const report = await findReport(kind)?.load();
    const checks = Array.from({ length: 300 }, (_, index) =>
      aCheck({ id: `auth-v1/${index}`, verdict: 'broken', reason: 'x' }),
    );
    const options = { language: 'en' } as const;
    const lengths: number[] = [];
    for await (const piece of report?.(evidenceOf(checks), options) ?? []) lengths.push(piece.length);
    expect(lengths.length).toBeGreaterThan(300);
  });
});

test('the HTML report asks the network for nothing', async () => {
  const page = await reportText('html', evidenceOf([]));
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\/|@import|url\(/);
});

test('in the HTML report, too, a check that took long says so in seconds', async () => {
  const page = await reportText('html', evidenceOf([aCheck({ durationMs: 3_304 })]), { language: 'ru' });
  expect(page).toContain('<span class="time">3,3 с</span>');
});
