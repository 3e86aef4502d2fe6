import { escapeStep } from '../../../contract/document/pointer.ts';
import type { JsonObject } from '../../../contract/json.ts';
import type { Schema } from '../../../contract/types.ts';
import { hiddenRuleId, type Subject, schemaRuleId, subjects } from '../rules/schema-rules.ts';
import type { Change, Manner } from '../schema/change.ts';
import type { FoundChange } from '../schema/compare.ts';
import type { Form } from '../schema/form.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Direction, Level, Place, RawChange } from '../types.ts';
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
  /** JSON unless said. */
  readonly manner?: Manner;
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
    .comparer(direction, place.manner ?? 'json', place.unpromised)
    .compare(old, fresh, place.operation);
  return found.map((each) => word(each, place, direction));
}

function word(found: FoundChange, place: SchemaPlace, direction: Direction): RawChange {
  const { change, path, isHidden, pair, reaches } = found;
  const steps = change.property === undefined ? path : [...path, change.property];
  const where = steps.length > 0 ? ` /${steps.join('/')}` : '';
  return {
    rule: ruleOf(found, place),
    operation: place.operation,
    subject: `${place.subject}${where}`,
    message: isHidden ? hiddenSentence(change, direction) : sentence(change, direction),
    place: placeOf(change, pair.new, pair.old),
    was: formerPlace(change, pair.old),
    expected: change.before,
    actual: change.after,
    level: levelHere(found, place),
    reaches,
    ...(place.unpromised ? { unpromised: true } : {}),
  };
}

function ruleOf({ change, isHidden, ...found }: FoundChange, place: SchemaPlace): string {
  const row = kindRow(change.kind);
  const hidden = isHidden ? hiddenRuleId(change.kind, subjects[place.root].direction) : undefined;
  return (
    hidden ?? schemaRuleId(change.kind, row, isWhole({ change, ...found }, place) ? place.root : place.part)
  );
}

/** The value as a whole; one value of a list is the list, where values travel as text. */
function isWhole(
  { change, path, isRoot }: Pick<FoundChange, 'change' | 'path' | 'isRoot'>,
  place: SchemaPlace,
): boolean {
  if (change.property !== undefined) return false;
  return isRoot || (place.root === 'request-parameter' && path.length === 1 && path[0] === 'items');
}

/** What never travels hurts nobody. In a parameter that carries JSON another type is another type. */
function levelHere(
  { change, isHidden }: FoundChange,
  { part, manner = 'json' }: SchemaPlace,
): Level | undefined {
  if (isHidden) return 'info';
  return part === 'request-parameter-property' && manner === 'json' && change.kind === 'type-changed'
    ? 'error'
    : undefined;
}

function hiddenSentence(change: Change, direction: Direction): string {
  const reason =
    direction === 'request' ? 'read-only, so no client sends it' : 'write-only, so no client receives it';
  return `${kindRow(change.kind).title}; it is ${reason}`;
}

/** Who breaks and why: clients send requests and read responses. */
function sentence({ kind, left, entered, note }: Change, direction: Direction): string {
  const row = kindRow(kind);
  const { effect } = row;
  if (effect === 'none' || row[direction]?.noted) return note ?? '';
  if (effect === 'unknown') return `${note}; whether clients break cannot be told from the documents`;
  if (direction === 'request')
    return effect === 'wider' ? `${entered} are now accepted` : `clients that send ${left} are now refused`;
  return effect === 'narrower' ? `${left} are no longer sent` : `clients may now receive ${entered}`;
}

/** In the new document wherever possible: that is the one to mend. What was removed is missed where it stood. */
function placeOf({ keyword, property }: Change, fresh: Form, old: Form): Place {
  const holder = fresh.parts.find((part) => says(part, keyword, property));
  if (holder) return { side: 'new', at: holder, member: memberOf(keyword, property) };
  const around = fresh.parts.find((part) => property !== undefined && part.properties) ?? fresh.parts[0];
  if (around) return { side: 'new', at: around, member: property === undefined ? undefined : 'properties' };
  return { side: 'old', at: old.parts[0] ?? '' };
}

/** Where the old document says what changed, or is silent about it. */
function formerPlace({ keyword, property }: Change, { parts }: Form): Place | undefined {
  const holder = parts.find((part) => says(part, keyword, property));
  if (holder) return { side: 'old', at: holder, member: memberOf(keyword, property) };
  return parts[0] && { side: 'old', at: parts[0] };
}

function says(part: JsonObject, keyword: string | undefined, property: string | undefined): boolean {
  if (property === undefined) return keyword !== undefined && part[keyword] !== undefined;
  const { properties } = part;
  return typeof properties === 'object' && properties !== null && Object.hasOwn(properties, property);
}

const memberOf = (keyword: string | undefined, property: string | undefined): string | undefined =>
  property === undefined ? keyword : `properties/${escapeStep(property)}`;
