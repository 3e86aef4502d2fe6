import { describe, expect, it } from 'vitest';
import { createJournal } from '../../mock/control/journal.ts';
import { toDetails } from '../../mock/control/tell.ts';
import { sampleFile } from '../../mock/generation/sample-file.ts';

const entry = (number: number, session = '', body: string | Uint8Array = '') => ({
  id: String(number),
  session,
  exchange: {
    startedAt: new Date(0),
    durationMs: 1,
    request: { method: 'GET', path: '/', query: '', headers: {}, body: undefined },
    response: {
      status: 200,
      headers: {},
      body,
      explanation: { id: String(number), violations: [], source: 'example', notes: [] },
    },
  } as const,
});

describe('the journal', () => {
  it('never keeps more than it may, and always the newest', () => {
    const journal = createJournal({ entries: 100, bytes: 1000 });
    for (let number = 1; number <= 1000; number += 1) {
      journal.add(entry(number));
      const kept = journal.list(1000);
      expect(kept.length).toBeLessThanOrEqual(100);
      expect(kept[0]?.id).toBe(String(number));
    }
    expect(journal.find('1000')).toBeDefined();
    expect(journal.find('1')).toBeUndefined();
  });

  it('never keeps more bytes of bodies than it may', () => {
    const journal = createJournal({ entries: 100, bytes: 1000 });
    for (let number = 1; number <= 20; number += 1) {
      journal.add(entry(number, '', 'x'.repeat(300)));
      expect(journal.list(1000).length).toBeLessThanOrEqual(3);
    }
    journal.add(entry(21, '', 'x'.repeat(5000)));
    expect(journal.list(1000)).toEqual([]);
  });

  it('clears one session and leaves the others', () => {
    const journal = createJournal();
    journal.add(entry(1, 'one'));
    journal.add(entry(2, 'two'));
    journal.clear('one');
    expect(journal.list(10).map(({ id }) => id)).toEqual(['2']);
    expect(journal.list(10, 'one')).toEqual([]);
  });

  it('tells bytes that are no text by their number', () => {
    const told = (body: string | Uint8Array) => toDetails(entry(1, '', body)).response.body?.text;
    expect(told(sampleFile('image/png') ?? '')).toBe('67 bytes');
    expect(told(new TextEncoder().encode('Привет'))).toBe('Привет');
  });
});
