import { isObject, type Json, type JsonObject } from '../json.ts';
import { fragmentPointer, parsePointer } from '../pointer.ts';
import type { Contract, Schema } from '../types.ts';
import { indexOf } from './document-index.ts';

/** Where a schema stands: what a relative `$ref` and a `$dynamicRef` inside it mean. */
export interface Scope {
  /** The nearest enclosing schema with an `$id`; undefined when that is the whole document. */
  readonly resource: JsonObject | undefined;
  /** Dynamic anchors entered on the way here; the outermost of a name counts (JSON Schema 2020-12, 8.2.3.2). */
  readonly dynamicAnchors: ReadonlyMap<string, Located>;
}

/** A schema together with where it stands. `name` is for people: the reference that led to it. */
export interface Located {
  readonly schema: Schema;
  readonly scope: Scope;
  readonly name: string;
}

export const documentScope: Scope = { resource: undefined, dynamicAnchors: new Map() };

/** The schema that a `$ref` points to, or undefined when there is none. */
export function resolveReference(contract: Contract, reference: string, scope: Scope): Located | undefined {
  const found = find(contract, reference, scope);
  return found && { ...found, scope: enter(found, scope) };
}

/** The schema that a `$dynamicRef` points to: the outermost dynamic anchor of that name, else like `$ref`. */
export function resolveDynamic(contract: Contract, reference: string, scope: Scope): Located | undefined {
  const anchor = reference.slice(reference.indexOf('#') + 1);
  const dynamic = scope.dynamicAnchors.get(anchor);
  return dynamic ?? resolveReference(contract, reference, scope);
}

/** The scope inside a schema that a validation starts from. */
export function entryScope(schema: Schema): Scope {
  return enter({ schema, resource: resourceOf(schema), name: '' }, documentScope);
}

interface Found {
  readonly schema: Schema;
  readonly resource: JsonObject | undefined;
  readonly name: string;
}

function find(contract: Contract, reference: string, scope: Scope): Found | undefined {
  const [address = '', fragment = ''] = split(reference);
  if (address === '') return findFragment(contract, fragment, scope.resource, reference);
  const resource = indexOf(contract).resource(address, scope.resource);
  return resource && findFragment(contract, fragment, resource, reference);
}

function split(reference: string): [string, string] {
  const hash = reference.indexOf('#');
  return hash < 0 ? [reference, ''] : [reference.slice(0, hash), reference.slice(hash + 1)];
}

function findFragment(
  contract: Contract,
  fragment: string,
  resource: JsonObject | undefined,
  name: string,
): Found | undefined {
  if (fragment === '') return resource && { schema: resource, resource, name };
  if (fragment.startsWith('/')) {
    const local = resource && walkPointer(resource, fragment, resource);
    const found = local ?? walkPointer(contract.document, fragment, undefined);
    return found && { ...found, name };
  }
  const anchored = indexOf(contract).anchor(fragment, resource);
  return anchored && { schema: anchored, resource, name };
}

function walkPointer(
  from: JsonObject,
  fragment: string,
  resource: JsonObject | undefined,
): { schema: Schema; resource: JsonObject | undefined } | undefined {
  let at: Json | undefined = from;
  let within = resource;
  for (const step of parsePointer(fragmentPointer(fragment))) {
    within = resourceOf(at) ?? within;
    at = child(at, step);
  }
  if (typeof at === 'boolean') return { schema: at, resource: within };
  return isObject(at) ? { schema: at, resource: resourceOf(at) ?? within } : undefined;
}

function resourceOf(value: Json | undefined): JsonObject | undefined {
  return isObject(value) && typeof value.$id === 'string' ? value : undefined;
}

function child(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/**
 * Dynamic anchors are looked for where documents put them: on the schema itself and directly in its `$defs`.
 * Those already entered stay, since the outermost counts.
 */
function enter({ schema, resource }: Found, outer: Scope): Scope {
  const anchors = new Map<string, Located>();
  const scope: Scope = { resource, dynamicAnchors: anchors };
  if (typeof schema === 'object') {
    const definitions = isObject(schema.$defs) ? Object.values(schema.$defs) : [];
    for (const candidate of [schema, ...definitions]) {
      if (!isObject(candidate) || typeof candidate.$dynamicAnchor !== 'string') continue;
      anchors.set(candidate.$dynamicAnchor, {
        schema: candidate,
        scope,
        name: `#${candidate.$dynamicAnchor}`,
      });
    }
  }
  if (anchors.size === 0) return { resource, dynamicAnchors: outer.dynamicAnchors };
  for (const [name, located] of outer.dynamicAnchors) anchors.set(name, located);
  return scope;
}
