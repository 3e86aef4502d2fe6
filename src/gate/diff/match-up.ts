export interface MatchedUp<T> {
  readonly pairs: readonly (readonly [T, T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Says which of the old became which of the new: the first test speaks first, and each is matched once. */
export function matchUp<T>(
  old: readonly T[],
  fresh: readonly T[],
  tests: readonly ((old: T, fresh: T) => boolean)[],
): MatchedUp<T> {
  const removed = [...old];
  const added = [...fresh];
  const pairs: (readonly [T, T])[] = [];
  for (const test of tests) {
    for (const from of [...removed]) {
      const at = added.findIndex((candidate) => test(from, candidate));
      const to = added[at];
      if (to === undefined) continue;
      pairs.push([from, to]);
      removed.splice(removed.indexOf(from), 1);
      added.splice(at, 1);
    }
  }
  return { pairs, removed, added };
}
