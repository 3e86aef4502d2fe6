import type { Json } from '../../../contract/json.ts';
import type { RawChange } from '../types.ts';
import { type Address, addressesOf } from './addresses.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
import { pathItemOf } from './parameter-place.ts';
import type { Side } from './side.ts';

/** `servers` of the document: said once, not for every operation that inherits them. */
export function compareServers(comparison: Comparison): readonly RawChange[] {
  const before = serversAt('', comparison.old);
  const after = serversAt('', comparison.new);
  return compare(before, after, comparison.moved).map((told) => tell('', told));
}

/** `servers` of one operation or its path, where either document has some of their own. */
export function compareOwnServers(pair: OperationPair, { old, new: fresh }: Comparison): readonly Told[] {
  const before = own(pair.old, old);
  const after = own(pair.new, fresh);
  if (pair.reversed || !(before || after)) return [];
  return compare(before ?? serversAt('', old), after ?? serversAt('', fresh), '');
}

interface Servers {
  /** Of the object that has the list. */
  readonly pointer: string;
  readonly addresses: readonly Address[];
}

function serversAt(pointer: string, side: Side): Servers {
  return { pointer, addresses: addressesOf(side.find(pointer, 'servers')?.value) };
}

function own(operation: OperationPair['new'], side: Side): Servers | undefined {
  return [operation.pointer, pathItemOf(operation)]
    .map((pointer) => serversAt(pointer, side))
    .find(({ addresses }) => addresses.length > 0);
}

/**
 * A host is where a document is served, not what it promises: the same document is served in many places. What comes
 * between host and path is part of every path.
 */
function compare(old: Servers, fresh: Servers, moved: string): readonly Told[] {
}
