import { canonical } from '../../../contract/schema/canonical.ts';
import type { RawChange } from '../types.ts';
import { newPlace, type OperationPair, tell } from './comparison.ts';

/** Callbacks are not looked into: that they changed is said, so that somebody does. */
export function compareCallbacks({ old, new: fresh, name }: OperationPair): readonly RawChange[] {
  if (canonical(old.callbacks) === canonical(fresh.callbacks)) return [];
  const message = 'the callbacks changed; whether clients break cannot be told, they are not compared';
  return [
    tell(name, { rule: 'api-callbacks-changed', message, place: newPlace(fresh.pointer, 'callbacks') }),
  ];
}
