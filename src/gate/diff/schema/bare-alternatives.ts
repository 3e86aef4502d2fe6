import { texts } from '../../../contract/document/members.ts';
import { isObject, type Json, type JsonObject } from '../../../contract/json.ts';
import { canonical } from '../../../contract/schema/canonical.ts';
import { schemasIn } from '../../../contract/schema/parts.ts';
import { constraints } from './constraints.ts';

/** `anyOf: [{ type: string }, { type: integer }]` is `type: [string, integer]`. */
export function listedTypes({ anyOf, oneOf }: JsonObject): Json[][] {
  return [...typesOf(anyOf), ...typesOf(oneOf).filter(areDisjoint)];
}

/** `oneOf: [{ const: a, title: First }, { const: b }]` is `enum: [a, b]`. */
export function listedValues({ anyOf, oneOf }: JsonObject): Json[][] {
  return [...valuesOf(anyOf), ...valuesOf(oneOf).filter(areDistinct)];
}

const typesOf = (alternatives: Json | undefined): Json[][] =>
  listOf(alternatives, ({ type, ...others }) => (isEmpty(others) ? texts([type ?? []].flat()) : []));

const valuesOf = (alternatives: Json | undefined): Json[][] =>
  listOf(alternatives, ({ type, const: value, ...others }) =>
    isEmpty(others) && value !== undefined ? [value] : [],
  );

/** One list, or none where an alternative says anything else. What it says to people is no matter. */
function listOf(
  alternatives: Json | undefined,
  itemsOf: (constraints: JsonObject) => readonly Json[],
): Json[][] {
  const items = schemasIn(alternatives).map((branch) =>
    isObject(branch) ? itemsOf(constraints(branch)) : [],
  );
  return items.length > 1 && items.every(({ length }) => length > 0) ? [items.flat()] : [];
}

const isEmpty = (members: JsonObject): boolean => Object.keys(members).length === 0;

/** What fits two alternatives of a `oneOf` is refused: whole numbers, where all numbers are another one. */
const areDisjoint = (types: readonly Json[]): boolean =>
  areDistinct(types) && !(types.includes('integer') && types.includes('number'));

const areDistinct = (values: readonly Json[]): boolean =>
  new Set(values.map(canonical)).size === values.length;
