import { isObject, type Json, type JsonObject } from '../json.ts';
import { fragmentPointer, memberAt, parsePointer } from './pointer.ts';

/** Follows references within one bundled document. */
export interface Resolver {
  /** What `#/a/b` names; a `$ref` met on the way is followed. Undefined when it names nothing. */
  at(reference: string): Json | undefined;
  /** A value, or what it refers to in the end. Undefined for a reference to nowhere or in a circle. */
  resolve(value: Json | undefined): Json | undefined;
}

/** Several documents: what the first does not have is looked for in the next. */
export function createResolver(...documents: readonly JsonObject[]): Resolver {
  const follow = (value: Json | undefined, met: ReadonlySet<Json>): Json | undefined => {
    if (!isObject(value) || typeof value.$ref !== 'string') return value;
    if (met.has(value)) return undefined;
    const target = follow(find(value.$ref, new Set([...met, value])), new Set([...met, value]));
    return withOwnWords(value, target);
  };
  const find = (reference: string, met: ReadonlySet<Json>): Json | undefined => {
    if (!reference.startsWith('#') && reference !== '') return undefined;
    const steps = parsePointer(fragmentPointer(reference.slice(1)));
    for (const document of documents) {
      const value = walk(document, steps, (node) => follow(node, met));
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const known = new Map<string, Json | undefined>();
  const at = (reference: string): Json | undefined => {
    if (!known.has(reference)) known.set(reference, find(reference, new Set()));
    return known.get(reference);
  };
  return { at, resolve: (value) => follow(value, new Set()) };
}

function walk(
  document: Json,
  steps: readonly string[],
  follow: (value: Json) => Json | undefined,
): Json | undefined {
  let value: Json | undefined = document;
  for (const step of steps) {
    const here: Json | undefined = isObject(value) && !Object.hasOwn(value, step) ? follow(value) : value;
    value = memberAt(here, step);
    if (value === undefined) return undefined;
  }
  return value;
}

/** `summary` and `description` beside a `$ref` win over those of its target (OpenAPI 3.1, Reference Object). */
function withOwnWords({ summary, description }: JsonObject, target: Json | undefined): Json | undefined {
  if (!isObject(target) || (summary === undefined && description === undefined)) return target;
  return {
    ...target,
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
  };
}
