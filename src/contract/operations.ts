import type { Context } from './context.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { Location } from './location.ts';
import { object, text } from './members.ts';
import { lazy } from './memo.ts';
import { createOperation } from './operation.ts';
import { formatPointer } from './pointer.ts';
import { readSecuritySchemes } from './read/security.ts';
import type { Operation } from './types.ts';

/** Keys of a path item that hold operations, in every version. */
export const fixedMethods: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
]);

/** An operation object and where it stands. */
export interface OperationPlace {
  readonly method: string;
  readonly path: string;
  /** Steps from the document to the operation object. */
  readonly steps: readonly string[];
  readonly operation: JsonObject;
  readonly pathItem: JsonObject;
}

/** The operations (or webhooks) of a document in its order; nothing in them is read yet. */
export function listOperations(
  document: JsonObject,
  member: 'paths' | 'webhooks',
  format: string,
  source: Location,
  context: Context,
): readonly Operation[] {
  const schemes = lazy(() => readSecuritySchemes(document, context));
  const taken = new Set<string>();
  return operationPlaces(document, member, format, context).map((place) => {
    const pointer = formatPointer(place.steps);
    const id = uniqueId(place, taken);
    return createOperation({ ...place, id, pointer, document, source, schemes }, context);
  });
}

function uniqueId({ operation, method, path }: OperationPlace, taken: Set<string>): string {
  const own = text(operation.operationId);
  const id = own !== undefined && !taken.has(own) ? own : `${method} ${path}`;
  taken.add(id);
  return id;
}

/** Walks `paths` (or `webhooks`): path items behind a `$ref` are followed, what is no object is left out. */
function operationPlaces(
  document: JsonObject,
  member: 'paths' | 'webhooks',
  format: string,
  { resolver }: Context,
): readonly OperationPlace[] {
  const items = Object.entries(object(document[member])).filter(([path]) => !path.startsWith('x-'));
  return items.flatMap(([path, raw]) => {
    const pathItem = pathItemOf(raw, resolver.resolve(raw));
    return methodsOf(pathItem, format).flatMap(({ method, steps, operation }) =>
      isObject(operation) ? [{ method, path, steps: [member, path, ...steps], operation, pathItem }] : [],
    );
  });
}

/** Members beside a path item's `$ref` stand, as every tool reads them; the specification leaves it open. */
function pathItemOf(raw: Json, resolved: Json | undefined): JsonObject {
  if (raw === resolved) return object(resolved);
  const { $ref, ...own } = object(raw);
  return { ...object(resolved), ...own };
}

interface MethodPlace {
  readonly method: string;
  /** Steps below the path item. */
  readonly steps: readonly string[];
  readonly operation: Json | undefined;
}

/** OpenAPI 3.2 adds `query` and, for any other method, `additionalOperations`. */
function methodsOf(pathItem: JsonObject, format: string): readonly MethodPlace[] {
  const is32 = format.startsWith('3.2') || format === 'postman';
  const fixed = Object.keys(pathItem).filter((key) => fixedMethods.has(key) || (is32 && key === 'query'));
  const more = is32 ? Object.entries(object(pathItem.additionalOperations)) : [];
  return [
    ...fixed.map((key) => ({ method: key.toUpperCase(), steps: [key], operation: pathItem[key] })),
    ...more.map(([key, operation]) => ({ method: key, steps: ['additionalOperations', key], operation })),
  ];
}
