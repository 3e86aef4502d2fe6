import type { Callback } from '../../../contract/types.ts';
import { matchUp } from '../match-up.ts';
import type { RawChange } from '../types.ts';
import { newPlace, type OperationPair, oldPlace, tell } from './comparison.ts';
import type { MatchedOperations } from './operations.ts';

/**
 * Callbacks are webhooks of one operation: requests that the API sends and clients wait for. Those of callbacks are left
 * out: they may lead in a circle.
 */
export function matchCallbacks(pair: OperationPair): MatchedOperations {
  const { pairs, removed, added } = matchUp(pair.old.callbacks, pair.new.callbacks, tests);
  const changes = [
    ...removed.map((callback) => gone(callback, pair)),
    ...added.map((callback) => arrived(callback, pair)),
    ...pairs.flatMap(([old, fresh]) => moved(old, fresh, pair)),
  ];
  return {
    changes: pair.unpromised ? changes.map((change) => ({ ...change, unpromised: true }) as const) : changes,
    pairs: pairs.map(([old, fresh]) => ({
      old: old.operation,
      new: fresh.operation,
      name: words(fresh, pair),
      reversed: !pair.reversed,
      unpromised: pair.unpromised,
    })),
  };
}

const key = ({ name, operation }: Callback): string => `${operation.method} ${name}`;

/** By name, method and URL; then whatever the URL. */
const tests = [
  (one: Callback, other: Callback) => key(one) === key(other) && one.operation.path === other.operation.path,
  (one: Callback, other: Callback) => key(one) === key(other),
];

const words = ({ name, operation }: Callback, pair: OperationPair): string =>
  `${pair.name} callback ${operation.method} ${name}`;

function gone(callback: Callback, pair: OperationPair): RawChange {
  return tell(words(callback, pair), {
    rule: 'callback-removed',
    message: 'clients that wait for this callback wait in vain',
    place: newPlace(pair.new.pointer),
    was: oldPlace(callback.operation.pointer),
  });
}

function arrived(callback: Callback, pair: OperationPair): RawChange {
  const place = newPlace(callback.operation.pointer);
  return tell(words(callback, pair), { rule: 'callback-added', message: 'the callback is new', place });
}

function moved(old: Callback, fresh: Callback, pair: OperationPair): readonly RawChange[] {
  const { path: expected } = old.operation;
  const { path: actual } = fresh.operation;
  if (expected === actual) return [];
  return [
    tell(words(fresh, pair), {
      rule: 'callback-url-changed',
      message: `clients that wait at ${expected} wait in vain`,
      place: newPlace(fresh.operation.pointer),
      was: oldPlace(old.operation.pointer),
      expected,
      actual,
    }),
  ];
}
