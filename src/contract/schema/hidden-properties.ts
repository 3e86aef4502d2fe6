import { isObject } from '../json.ts';
import { memo } from '../memo.ts';
import type { Contract, Schema } from '../types.ts';
import { schemasIn } from './parts.ts';
import { type Located, resolveReference, type Scope } from './references.ts';

/** Whose message a schema describes; undefined: neither, nothing is hidden. */
export type Direction = 'request' | 'response' | undefined;

const deepest = 16;

/**
 * Names of properties that do not belong in messages of this direction: `readOnly` in requests, `writeOnly` in responses
 * (JSON Schema 2020-12 validation 9.4). They count wherever they are declared for the same value: `required` may stand in one
 * branch of an `allOf` and the property in another.
 */
export function hiddenProperties(
  contract: Contract,
  located: Located,
  direction: Direction,
): ReadonlySet<string> {
  const { schema, scope } = located;
  if (!direction || typeof schema === 'boolean') return nothing;
  const ofDirection = cacheOf(contract)[direction];
  const known = ofDirection.get(schema);
  if (known) return known;
  const names = new Set<string>();
  collect(contract, schema, scope, flagOf(direction), names, new Set());
  ofDirection.set(schema, names);
  return names;
}

const nothing: ReadonlySet<string> = new Set();

interface Cache {
  readonly request: WeakMap<object, ReadonlySet<string>>;
  readonly response: WeakMap<object, ReadonlySet<string>>;
}

const cacheOf = memo((): Cache => ({ request: new WeakMap(), response: new WeakMap() }));

function flagOf(direction: 'request' | 'response'): string {
  return direction === 'request' ? 'readOnly' : 'writeOnly';
}

function collect(
  contract: Contract,
  schema: Schema,
  scope: Scope,
  flag: string,
  names: Set<string>,
  seen: Set<Schema>,
): void {
  if (typeof schema === 'boolean' || seen.has(schema)) return;
  seen.add(schema);
  if (isObject(schema.properties)) {
    for (const [name, property] of Object.entries(schema.properties)) {
      if (isFlagged(contract, property, scope, flag, 0)) names.add(name);
    }
  }
  for (const part of parts(contract, schema, scope))
    collect(contract, part.schema, part.scope, flag, names, seen);
}

function isFlagged(contract: Contract, schema: unknown, scope: Scope, flag: string, depth: number): boolean {
  if (!isObject(schema) || depth > deepest) return false;
  if (schema[flag] === true) return true;
  if (typeof schema.$ref === 'string') {
    const target = resolveReference(contract, schema.$ref, scope);
    if (target && isFlagged(contract, target.schema, target.scope, flag, depth + 1)) return true;
  }
  return (
    Array.isArray(schema.allOf) &&
    schema.allOf.some((part: unknown) => isFlagged(contract, part, scope, flag, depth + 1))
  );
}

/** The schemas that judge the same value: branches of a composition and the target of a reference. */
function parts(contract: Contract, schema: Exclude<Schema, boolean>, scope: Scope): Located[] {
  const inline = [schema.allOf, schema.anyOf, schema.oneOf].flatMap(schemasIn);
  const found = inline.map((part) => ({ schema: part, scope }));
  const target = typeof schema.$ref === 'string' ? resolveReference(contract, schema.$ref, scope) : undefined;
  return target ? [...found, target] : found;
}
