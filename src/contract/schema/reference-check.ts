import { type Check, type Mismatch, mismatchLimit } from './mismatch.ts';

const memoFrom = 8;
const deepest = 1000;

let depth = 0;
let memo = new Map<Check, WeakMap<object, readonly Mismatch[]>>();

/**
 * A reference, compiled when a value first reaches it: of a big document only what is used is ever compiled, and circular
 * references need no care.
 *
 * From a certain depth on a result is kept per value: recursive schemas with alternatives would otherwise judge the innermost
 * value of a deeply nested body once for every path of alternatives, exponentially often.
 */
export function lazyCheck(compile: () => Check): Check {
  let compiled: Check | undefined;
  const self: Check = (value, at) => {
    compiled ??= compile();
    if (typeof value !== 'object' || value === null) return compiled(value, at);
    return deeper(self, compiled, value, at);
  };
  return self;
}

function deeper(self: Check, compiled: Check, value: object, at: string): readonly Mismatch[] {
  if (depth < memoFrom) return limited(compiled, value, at);
  if (depth >= deepest) return [tooDeep(at)];
  const known = memo.get(self)?.get(value);
  if (known) return known;
  const found = limited(compiled, value, at);
  const results = memo.get(self) ?? new WeakMap();
  memo.set(self, results.set(value, found));
  return found;
}

function limited(compiled: Check, value: object, at: string): readonly Mismatch[] {
  depth += 1;
  try {
    const found = compiled(value, at);
    return found.length > mismatchLimit ? found.slice(0, mismatchLimit) : found;
  } finally {
    depth -= 1;
    if (depth === 0 && memo.size > 0) memo = new Map();
  }
}

function tooDeep(at: string): Mismatch {
  return {
    instancePath: at,
    keyword: 'depth',
    params: { limit: deepest },
    message: `must not nest deeper than ${deepest}`,
  };
}
