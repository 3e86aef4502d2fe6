import type { JsonObject } from '../../../contract/json.ts';
import type { Schema } from '../../../contract/types.ts';
import type { Direction } from '../types.ts';
import { type Change, type Compared, type Pair, type Relation, same } from './change.ts';
import type { FormOf } from './form.ts';
import { kindRow } from './kinds.ts';
import { compareStep } from './step.ts';

/** A change and where in the schema it is: `['items', 'name']`. */
export interface FoundChange {
  readonly change: Change;
  readonly path: readonly string[];
  /** It concerns the schema as a whole, not a part of its value. */
  readonly isRoot: boolean;
  readonly pair: Pair;
}

export interface SchemaComparer {
  /** All differences of two schemas. A part that is met again, as in a recursive schema, is told once. */
  compare(old: Schema, fresh: Schema): readonly FoundChange[];
}

/**
 * Compares schemas of two contracts for one direction of travel. What differs is found by one walk, one level at a time
 * (`compareStep`); whether one schema takes in another is the same walk, folded.
 */
export function createComparer(
  oldForm: FormOf,
  newForm: FormOf,
  direction: Direction,
  asText = false,
): SchemaComparer {
  const step = rememberPairs((old, fresh): Stepped => {
    const pair: Pair = {
      oldSchema: old,
      newSchema: fresh,
      old: oldForm(old),
      new: newForm(fresh),
      direction,
      asText,
      oldForm,
      newForm,
      relate: (one, other) => relate(one, other),
    };
    return { pair, ...compareStep(pair) };
  }, undefined);
  const relate: Pair['relate'] = rememberPairs((old, fresh): Relation => {
    const { changes, children } = step(old, fresh) ?? { changes: [], children: [] };
    return fold([...changes.map(effectOf), ...children.map((child) => relate(child.old, child.new))]);
  }, same);
  return { compare: (old, fresh) => walk(old, fresh, step) };
}

interface Stepped extends Compared {
  readonly pair: Pair;
}

type Step = (old: Schema, fresh: Schema) => Stepped | undefined;

function walk(old: Schema, fresh: Schema, step: Step): readonly FoundChange[] {
  const found: FoundChange[] = [];
  const met = rememberPairs(() => ({ before: false }), { before: false });
  const visit = (from: Schema, to: Schema, path: readonly string[], isRoot: boolean): void => {
    const visited = met(from, to);
    if (visited.before) return;
    visited.before = true;
    const stepped = step(from, to);
    if (!stepped) return;
    const { changes, children, pair } = stepped;
    for (const change of changes) found.push({ change, path, isRoot, pair });
    for (const child of children)
      visit(child.old, child.new, [...path, child.step], isRoot && child.inPlace === true);
  };
  visit(old, fresh, [], true);
  return found;
}

/**
 * Remembers a result for every pair of schemas. A pair that is asked for while it is being worked on is a circle, and
 * gets what is assumed of circles: nothing but what the way around shows.
 */
function rememberPairs<T>(
  compute: (old: Schema, fresh: Schema) => T,
  circular: T,
): (old: Schema, fresh: Schema) => T {
  const known = new Map<JsonObject | boolean, Map<JsonObject | boolean, T>>();
  return (old, fresh) => {
    const row = known.get(old) ?? new Map<JsonObject | boolean, T>();
    known.set(old, row);
    const found = row.get(fresh);
    if (found !== undefined || row.has(fresh)) return found ?? circular;
    row.set(fresh, circular);
    const result = compute(old, fresh);
    row.set(fresh, result);
    return result;
  };
}

function effectOf({ kind }: Change): Relation {
  const { effect } = kindRow(kind);
  return {
    narrower: effect === 'narrower' || effect === 'changed',
    wider: effect === 'wider' || effect === 'changed',
    unknown: effect === 'unknown',
    touched: true,
  };
}

function fold(relations: readonly Relation[]): Relation {
  return relations.reduce(
    (left, right) => ({
      narrower: left.narrower || right.narrower,
      wider: left.wider || right.wider,
      unknown: left.unknown || right.unknown,
      touched: left.touched || right.touched,
    }),
    same,
  );
}
