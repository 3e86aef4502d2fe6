import { isObject } from '../json.ts';
import { resolveDynamic, resolveReference } from '../schema/references.ts';
import type { Contract, Schema } from '../types.ts';
import type { Place } from './making.ts';

/**
 * How many levels the smallest value of a schema has, roughly; infinite when every value contains another of its kind.
 * With it recursion finds its way out.
 */
export function heightOf(contract: Contract, place: Place, above: ReadonlySet<Schema> = new Set()): number {
  const { schema, scope } = place;
  if (typeof schema === 'boolean') return schema ? 0 : Number.POSITIVE_INFINITY;
  if (above.has(schema)) return Number.POSITIVE_INFINITY;
  if (above.size > 60) return above.size;
  const inside = new Set([...above, schema]);
  const height = (part: unknown) =>
    isSchema(part) ? heightOf(contract, { schema: part, scope }, inside) : 0;
  const { $ref, $dynamicRef } = schema;
  const targets = [
    typeof $ref === 'string' ? resolveReference(contract, $ref, scope) : undefined,
    typeof $dynamicRef === 'string' ? resolveDynamic(contract, $dynamicRef, scope) : undefined,
  ].filter((target) => target !== undefined);
  return Math.max(
    0,
    ...targets.map((target) => heightOf(contract, target, inside)),
    ...listOf(schema.allOf).map(height),
    lowest(listOf(schema.oneOf).map(height)),
    lowest(listOf(schema.anyOf).map(height)),
    acceptsNull(schema.type) ? 0 : requiredHeight(schema, height),
  );
}

function requiredHeight(schema: Exclude<Schema, boolean>, height: (part: unknown) => number): number {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = listOf(schema.required).map((name) => 1 + height(properties[String(name)]));
  const needsItems = typeof schema.minItems === 'number' && schema.minItems > 0;
  return Math.max(0, ...required, needsItems ? 1 + height(schema.items) : 0);
}

function lowest(heights: readonly number[]): number {
  return heights.length === 0 ? 0 : Math.min(...heights);
}

function acceptsNull(type: unknown): boolean {
  return Array.isArray(type) && type.includes('null');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'boolean' || isObject(value);
}
