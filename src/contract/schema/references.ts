import { isObject } from '../json.ts';
import type { Contract, Schema } from '../types.ts';

/**
 * Dynamic anchors entered on the way to a schema: they say what a `$dynamicRef` inside it means. Of a name the outermost
 * counts (JSON Schema 2020-12 section 8.2.3.2).
 */
export type Scope = ReadonlyMap<string, Located>;

/** A schema, and what a `$dynamicRef` in it means. */
export interface Located {
  readonly schema: Schema;
  readonly scope: Scope;
}

const outside: Scope = new Map();

/** The scope inside a schema that a validation starts from. */
export function entryScope(schema: Schema): Scope {
  return enter(schema, outside);
}

/** The schema that a `$ref` leads to, or undefined when there is none. */
export function resolveReference(contract: Contract, reference: string, scope: Scope): Located | undefined {
  const schema = contract.schemaAt(reference);
  return schema === undefined ? undefined : { schema, scope: enter(schema, scope) };
}

/** What the references of a schema lead to; those to nowhere are left out. */
export function targetsOf(contract: Contract, { schema, scope }: Located): Located[] {
  if (typeof schema === 'boolean') return [];
  const { $ref, $dynamicRef } = schema;
  const targets = [
    typeof $ref === 'string' ? resolveReference(contract, $ref, scope) : undefined,
    typeof $dynamicRef === 'string' ? resolveDynamic(contract, $dynamicRef, scope) : undefined,
  ];
  return targets.filter((target) => target !== undefined);
}

/** The schema that a `$dynamicRef` leads to: the outermost dynamic anchor of that name, else like `$ref`. */
export function resolveDynamic(contract: Contract, reference: string, scope: Scope): Located | undefined {
  const target = contract.schemaAt(reference);
  const anchor = isObject(target) ? target.$dynamicAnchor : reference.slice(reference.indexOf('#') + 1);
  const dynamic = typeof anchor === 'string' ? scope.get(anchor) : undefined;
  return dynamic ?? resolveReference(contract, reference, scope);
}

/** Dynamic anchors are looked for where documents put them: on the schema itself and directly in its `$defs`. */
function enter(schema: Schema, outer: Scope): Scope {
  if (typeof schema === 'boolean') return outer;
  const definitions = isObject(schema.$defs) ? Object.values(schema.$defs) : [];
  const anchors = new Map<string, Located>();
  for (const candidate of [schema, ...definitions]) {
    if (!isObject(candidate) || typeof candidate.$dynamicAnchor !== 'string') continue;
    anchors.set(candidate.$dynamicAnchor, { schema: candidate, scope: anchors });
  }
  if (anchors.size === 0) return outer;
  for (const [name, located] of outer) anchors.set(name, located);
  return anchors;
}
