import type { JsonObject } from '../../../contract/json.ts';
import type { Schema } from '../../../contract/types.ts';
import { type Subject, schemaRuleId, subjects } from '../rules/schema-rules.ts';
import type { Change, Pair } from '../schema/change.ts';
import type { FoundChange } from '../schema/compare.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Direction, Place, RawChange } from '../types.ts';
import type { Comparison } from './comparison.ts';

/** Where two schemas stand. */
export interface SchemaPlace {
  readonly operation: string;
  /** The value as a whole: `request-body`, `request-parameter`, … */
  readonly root: Subject;
  /** A part of it. */
  readonly part: Subject;
  /** For people: `request body`, `query parameter "sort"`. */
  readonly subject: string;
  readonly asText?: boolean;
  readonly unpromised: boolean;
}

/** What changed between two schemas, worded for the clients of an API. */
export function compareSchemas(
  old: Schema,
  fresh: Schema,
  place: SchemaPlace,
  comparison: Comparison,
): readonly RawChange[] {
  const { direction } = subjects[place.root];
  const found = comparison
    .comparer(direction, place.asText ?? false, place.unpromised)
    .compare(old, fresh, place.operation);
  return found.map((each) => word(each, place, direction));
}

function word(
  { change, path, isRoot, pair, reaches }: FoundChange,
  place: SchemaPlace,
  direction: Direction,
): RawChange {
  const steps = change.property === undefined ? path : [...path, change.property];
  const where = steps.length > 0 ? ` /${steps.join('/')}` : '';
  return {
    rule: schemaRuleId(
      change.kind,
      kindRow(change.kind),
      isRoot && change.property === undefined ? place.root : place.part,
    ),
    operation: place.operation,
    subject: `${place.subject}${where}`,
    message: sentence(change, direction),
    place: placeOf(change, pair),
    expected: change.before,
    actual: change.after,
    reaches,
    ...(place.unpromised ? { unpromised: true } : {}),
  };
}

/** Who breaks and why: clients send requests and read responses. */
function sentence({ kind, left, entered, note }: Change, direction: Direction): string {
  const { effect } = kindRow(kind);
  if (effect === 'none') return note ?? '';
  if (effect === 'unknown') return `${note}; whether clients break cannot be told from the documents`;
  if (direction === 'request')
    return effect === 'wider' ? `${entered} are now accepted` : `clients that send ${left} are now refused`;
  return effect === 'narrower' ? `${left} are no longer sent` : `clients may now receive ${entered}`;
}

/** In the new document wherever possible: that is the one to mend. What was removed is missed where it stood. */
function placeOf({ keyword, property }: Change, { old, new: fresh }: Pair): Place {
  const holder = fresh.parts.find((part) => says(part, keyword, property));
  if (holder) return { side: 'new', at: holder, member: memberOf(keyword, property) };
  const around = fresh.parts.find((part) => property !== undefined && part.properties) ?? fresh.parts[0];
  if (around) return { side: 'new', at: around, member: property === undefined ? undefined : 'properties' };
  return { side: 'old', at: old.parts[0] ?? '' };
}

function says(part: JsonObject, keyword: string | undefined, property: string | undefined): boolean {
  if (property === undefined) return keyword !== undefined && part[keyword] !== undefined;
  const { properties } = part;
  return typeof properties === 'object' && properties !== null && Object.hasOwn(properties, property);
}

const memberOf = (keyword: string | undefined, property: string | undefined): string | undefined =>
  property === undefined ? keyword : `properties/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
