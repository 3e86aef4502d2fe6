import { list } from '../document/members.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { memo } from '../memo.ts';
import { isSchema } from '../schema/parts.ts';
import { type Located, targetsOf } from '../schema/references.ts';
import type { Contract, Schema } from '../types.ts';

/** Steps through references, compositions and required properties that are looked at; deeper values count as endless. */
const horizon = 24;

/** By contract and schema: for each budget that is left. */
const heights = memo(() => memo((): number[] => []));

/**
 * How many levels the smallest value of a schema has; infinite when every value contains another of its kind. With it
 * recursion finds its way out. Known results are kept, so that the cost is that of the schemas and not of all paths through them.
 */
export function heightOf(contract: Contract, { schema, scope }: Located, budget = horizon): number {
  if (typeof schema === 'boolean') return schema ? 0 : Number.POSITIVE_INFINITY;
  if (budget === 0) return Number.POSITIVE_INFINITY;
  const known = heights(contract)(schema);
  const height = (part: Json | undefined) =>
    isSchema(part) ? heightOf(contract, { schema: part, scope }, budget - 1) : 0;
  known[budget] ??= Math.max(
    ...targetsOf(contract, { schema, scope }).map((target) => heightOf(contract, target, budget - 1)),
    ...list(schema.allOf).map(height),
    lowest(list(schema.oneOf).map(height)),
    lowest(list(schema.anyOf).map(height)),
    acceptsNull(schema.type) ? 0 : requiredHeight(schema, height),
  );
  return known[budget];
}

function requiredHeight(schema: JsonObject, height: (part: Json | undefined) => number): number {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = list(schema.required).map((name) => 1 + height(properties[String(name)]));
  const needsItems = typeof schema.minItems === 'number' && schema.minItems > 0;
  return Math.max(0, ...required, needsItems ? 1 + height(schema.items) : 0);
}

/** True when a value of the schema would be, whatever alternative is taken, one of those that are being made right now. */
export function leadsBack(
  contract: Contract,
  { schema, scope }: Located,
  within: ReadonlySet<Schema>,
  budget = horizon,
): boolean {
  if (typeof schema === 'boolean' || budget === 0) return false;
  if (within.has(schema)) return true;
  const back = (part: Json | undefined) =>
    isSchema(part) && leadsBack(contract, { schema: part, scope }, within, budget - 1);
  const alternatives = list(schema.oneOf ?? schema.anyOf).filter((part) => !isNull(part));
  return (
    targetsOf(contract, { schema, scope }).some((target) =>
      leadsBack(contract, target, within, budget - 1),
    ) ||
    list(schema.allOf).some(back) ||
    (alternatives.length > 0 && alternatives.every(back))
  );
}

/** `{type: 'null'}`, the usual alternative of what may be missing. */
export function isNull(schema: unknown): boolean {
  return isObject(schema) && schema.type === 'null';
}

function lowest(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : Math.min(...numbers);
}

function acceptsNull(type: unknown): boolean {
  return Array.isArray(type) && type.includes('null');
}
