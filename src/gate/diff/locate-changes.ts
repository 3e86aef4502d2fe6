import { createHash } from 'node:crypto';
import { findNode } from '../../contract/document/find-node.ts';
import { formatPointer } from '../../contract/document/pointer.ts';
import { formatPosition } from '../../contract/finding.ts';
import { isObject, type Json, type JsonObject } from '../../contract/json.ts';
import { type Locator, openLocator } from '../../contract/locate.ts';
import type { Contract } from '../../contract/types.ts';
import type { FoldedChange } from './fold.ts';
import { type Levels, levelOfChange } from './rules/registry.ts';
import type { ChangeFinding, Place, RawChange } from './types.ts';

/** Gives changes their level, fingerprint and place. Files are read again for their lines only when there is a change. */
export async function locateChanges(
  changes: readonly FoldedChange[],
  old: Contract,
  fresh: Contract,
  levels: Levels,
): Promise<readonly ChangeFinding[]> {
  const locate = createPlaceFinder(old, fresh);
  const found: ChangeFinding[] = [];
  for (const { change, alsoIn } of changes) {
    const location = await locate(change.place);
    const former = formerPlace(change, old);
    const before = former && (await locate(former));
    found.push(finding(change, alsoIn, { location, before }, levels));
  }
  return found;
}

/**
 * Where the same stood in the old document: at the same pointer, unless it is known better. Parameters stand in lists,
 * where the same place says nothing.
 */
function formerPlace({ place, was }: RawChange, old: Contract): Place | undefined {
  if (was || place.side === 'old') return was;
  if (typeof place.at !== 'string' || /\/parameters\/\d/.test(place.at)) return undefined;
  const isPart = place.member?.includes('/') ?? false;
  const pointer = isPart ? `${place.at}/${place.member}` : place.at;
  return findNode(old.document, pointer) === undefined ? undefined : { ...place, side: 'old' };
}

/** Gives places as `file:line:column`; one in a file that cannot be read again is `file#pointer`. */
function createPlaceFinder(old: Contract, fresh: Contract): (place: Place) => Promise<string> {
  const locators = new Map<string, Locator>();
  const pointers = { old: pointerFinder(old), new: pointerFinder(fresh) };
  const contracts = { old, new: fresh };
  return async (place) => {
    const { file, pointer } = contracts[place.side].origin(pointers[place.side](place));
    const locator = locators.get(file) ?? (await openLocator(file));
    locators.set(file, locator);
    const position = locator(pointer);
    return position ? formatPosition(position) : `${file}#${pointer}`;
  };
}

function finding(
  change: RawChange,
  alsoIn: readonly string[],
  { location, before }: { readonly location: string; readonly before: string | undefined },
  levels: Levels,
): ChangeFinding {
  const { rule: id, operation, subject, expected, actual } = change;
  const message = subject === '' ? change.message : `${subject}: ${change.message}`;
  return {
    id,
    level: levelOfChange(change, levels),
    message,
    location,
    ...(before === undefined ? {} : { formerLocation: before }),
    operation,
    alsoIn,
    fingerprint: fingerprintOf([id, operation, subject, expected ?? '', actual ?? '', change.message]),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

const fingerprintOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

/**
 * Says where an object of a contract stands: the document is walked when first asked. A path item or callback that is kept
 * elsewhere is told there, not where it is referred to.
 */
function pointerFinder({ document }: Contract): (place: Place) => string {
  let known: ReadonlyMap<Json, Spot> | undefined;
  const pointerOf = (object: JsonObject): string => {
    known ??= indexSpots(document);
    const steps: string[] = [];
    for (let spot = known.get(object); spot; spot = known.get(spot.holder)) steps.unshift(String(spot.step));
    return formatPointer(steps);
  };
  return ({ at, member }) => {
    const holder = typeof at === 'string' ? (findNode(document, at)?.pointer ?? at) : pointerOf(at);
    return member === undefined ? holder : `${holder}/${member}`;
  };
}

/** Of an object or list: what holds it, and under which name. Pointers are made of it for the few that are asked for. */
interface Spot {
  readonly holder: Json;
  readonly step: string | number;
}

function indexSpots(document: JsonObject): ReadonlyMap<Json, Spot> {
  const spots = new Map<Json, Spot>();
  const visit = (holder: JsonObject | Json[]): void => {
    const members = Array.isArray(holder) ? holder.entries() : Object.entries(holder);
    for (const [step, value] of members) {
      if (!(isObject(value) || Array.isArray(value)) || spots.has(value)) continue;
      spots.set(value, { holder, step });
      visit(value);
    }
  };
  visit(document);
  return spots;
}
