import type { KindRow } from '../kinds.ts';

// A limit written down where none was is, as a rule, one that the server always had.
const writtenDown = { request: { level: 'warning' } } as const;

// What a text of a response looks like is read by people far more often than by programs.
const textOnly = { response: { level: 'info' } } as const;

export const limits = {
  'max-length-set': { effect: 'narrower', title: 'a maximum length was set', ...writtenDown },
  'max-length-decreased': { effect: 'narrower', title: 'the maximum length was lowered' },
  'max-length-increased': { effect: 'wider', title: 'the maximum length was raised' },
  'max-length-unset': { effect: 'wider', title: 'the maximum length was lifted' },
  'min-length-set': { effect: 'narrower', title: 'a minimum length was set', ...writtenDown },
  'min-length-increased': { effect: 'narrower', title: 'the minimum length was raised' },
  'min-length-decreased': { effect: 'wider', title: 'the minimum length was lowered' },
  'min-length-unset': { effect: 'wider', title: 'the minimum length was lifted' },
  'max-set': { effect: 'narrower', title: 'a maximum was set', ...writtenDown },
  'max-decreased': { effect: 'narrower', title: 'the maximum was lowered' },
  'max-increased': { effect: 'wider', title: 'the maximum was raised' },
  'max-unset': { effect: 'wider', title: 'the maximum was lifted' },
  'min-set': { effect: 'narrower', title: 'a minimum was set', ...writtenDown },
  'min-increased': { effect: 'narrower', title: 'the minimum was raised' },
  'min-decreased': { effect: 'wider', title: 'the minimum was lowered' },
  'min-unset': { effect: 'wider', title: 'the minimum was lifted' },
  'exclusive-max-set': { effect: 'narrower', title: 'an exclusive maximum was set', ...writtenDown },
  'exclusive-max-decreased': { effect: 'narrower', title: 'the exclusive maximum was lowered' },
  'exclusive-max-increased': { effect: 'wider', title: 'the exclusive maximum was raised' },
  'exclusive-max-unset': { effect: 'wider', title: 'the exclusive maximum was lifted' },
  'exclusive-min-set': { effect: 'narrower', title: 'an exclusive minimum was set', ...writtenDown },
  'exclusive-min-increased': { effect: 'narrower', title: 'the exclusive minimum was raised' },
  'exclusive-min-decreased': { effect: 'wider', title: 'the exclusive minimum was lowered' },
  'exclusive-min-unset': { effect: 'wider', title: 'the exclusive minimum was lifted' },
  'multiple-of-added': { effect: 'narrower', title: 'numbers must be multiples' },
  'multiple-of-removed': { effect: 'wider', title: 'numbers need no longer be multiples' },
  'multiple-of-changed': { effect: 'changed', title: 'numbers must be multiples of another number' },
  'pattern-added': { effect: 'narrower', title: 'a pattern was added' },
  'pattern-removed': { effect: 'wider', title: 'the pattern was removed', ...textOnly },
  'pattern-changed': { effect: 'unknown', title: 'the pattern changed', ...textOnly },
  'pattern-generalized': { effect: 'wider', title: 'the pattern matches any text', ...textOnly },
} as const satisfies Record<string, KindRow>;
