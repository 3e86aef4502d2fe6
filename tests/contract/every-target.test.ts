import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cases } from './cases/registry.ts';
import { excusesOf } from './hold.ts';
import { targets } from './targets/registry.ts';
import type { Subject } from './targets/target.ts';

describe.each(targets)('$name', ({ name, start }) => {
  const excuses = excusesOf(name);
  let subject: Subject;
  beforeAll(async () => {
    subject = await start();
  });
  afterAll(() => subject?.close());

  for (const { id, title, run } of cases) {
    test(title, () => run(subject, excuses.holdFor(id)));
  }

  test('the process has survived all of it', () => {
    expect(subject.alive()).toBe(true);
  });

  test('every waiver is needed', () => {
    expect(excuses.stale()).toEqual([]);
  });
});
