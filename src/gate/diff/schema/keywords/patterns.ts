import type { Change, CompareKeyword } from '../change.ts';
import type { Form } from '../form.ts';
import { bothSpeakOf } from '../type-names.ts';

/** `pattern`. Whether one pattern takes in another is not decided here. */
export const comparePatterns: CompareKeyword = ({ old, new: fresh }): readonly Change[] => {
  if ((old.values && fresh.values) || !bothSpeakOf('string', old.types, fresh.types)) return [];
  const lost = [...old.patterns].filter((pattern) => !fresh.patterns.has(pattern));
  const won = [...fresh.patterns].filter((pattern) => !old.patterns.has(pattern));
  if (lost.length === 0 && won.length === 0) return [];
  const before = lost.join(' and ');
  const after = won.join(' and ');
  const change = { keyword: 'pattern', before: before || 'no pattern', after: after || 'no pattern' };
  if (lost.length === 0)
    return [{ ...change, kind: 'pattern-added', left: `texts that do not match ${after}` }];
  if (won.length === 0) {
    const kind = saysPattern(fresh) ? 'pattern-generalized' : 'pattern-removed';
    return [{ ...change, kind, entered: `texts that do not match ${before}` }];
  }
  return [
    { ...change, kind: 'pattern-changed', note: `texts must match ${after}, they had to match ${before}` },
  ];
};

/** A pattern stands there that matches anything. */
const saysPattern = ({ parts, patterns }: Form): boolean =>
  patterns.size === 0 && parts.some(({ pattern }) => pattern !== undefined);
