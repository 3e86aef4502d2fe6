import { fragmentPointer } from '../../../contract/document/pointer.ts';
import { createUnchanged } from '../schema/unchanged.ts';
import type { OperationPair } from './comparison.ts';
import { pathItemOf } from './parameter-place.ts';
import type { Side } from './side.ts';

/** What a path says for all its operations. */
const ofPath = ['parameters', 'servers'];

/**
 * Whether an operation is written as it was, with what its path says for it and all that it refers to. Most of them are, and
 * need no closer look. What it inherits from the document is compared once, there.
 */
export function createUntouched(old: Side, fresh: Side): (pair: OperationPair) => boolean {
  const valueAt =
    ({ find }: Side) =>
    (reference: string) =>
      reference.startsWith('#') ? find(fragmentPointer(reference.slice(1)))?.value : undefined;
  const unchanged = createUnchanged(valueAt(old), valueAt(fresh));
  return ({ old: before, new: after }) =>
    before.path === after.path &&
    unchanged(old.find(before.pointer)?.value, fresh.find(after.pointer)?.value) &&
    ofPath.every((member) =>
      unchanged(old.find(pathItemOf(before), member)?.value, fresh.find(pathItemOf(after), member)?.value),
    );
}
