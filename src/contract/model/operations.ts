import { object, text } from '../document/members.ts';
import { hasFurtherMethods, isMethod } from '../document/methods.ts';
import { formatPointer } from '../document/pointer.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { lazy } from '../memo.ts';
import type { Context } from '../normalise/context.ts';
import type { Location } from '../source/location.ts';
import type { Callback, Operation } from '../types.ts';
import { createOperation, type OperationSource } from './operation.ts';
import { readSecuritySchemes } from './security.ts';

/** What all operations of a document have in common. */
interface Shared extends Pick<OperationSource, 'document' | 'source' | 'schemes'> {
  /** `3.1.0`: which members of a path item are methods. */
  readonly format: string;
  readonly context: Context;
}

/** An operation object and where it stands. */
interface OperationPlace {
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
  const shared = { document, source, schemes, format, context };
  const taken = new Set<string>();
  return operationPlaces(object(document[member]), [member], shared).map((place) =>
    operationAt(place, uniqueId(place, taken), shared),
  );
}

function operationAt(place: OperationPlace, id: string, shared: Shared): Operation {
  const pointer = formatPointer(place.steps);
  const callbacks = lazy(() => callbacksOf(place, shared));
  return createOperation({ ...shared, ...place, id, pointer, callbacks }, shared.context);
}

/** OpenAPI 3.1, Callback Object. */
function callbacksOf({ operation, steps }: OperationPlace, shared: Shared): readonly Callback[] {
  return Object.entries(object(operation.callbacks)).flatMap(([name, raw]) => {
    const pathItems = object(shared.context.resolver.resolve(raw));
    return operationPlaces(pathItems, [...steps, 'callbacks', name], shared).map((place) => {
      const id = text(place.operation.operationId) ?? `${place.method} ${place.path}`;
      return { name, operation: operationAt(place, id, shared) };
    });
  });
}

function uniqueId({ operation, method, path }: OperationPlace, taken: Set<string>): string {
  const own = text(operation.operationId);
  const id = own !== undefined && !taken.has(own) ? own : `${method} ${path}`;
  taken.add(id);
  return id;
}

/** Walks `paths`, `webhooks` or a callback: path items behind a `$ref` are followed, what is no object is left out. */
function operationPlaces(
  pathItems: JsonObject,
  holder: readonly string[],
  { format, context: { resolver } }: Shared,
): readonly OperationPlace[] {
  const items = Object.entries(pathItems).filter(([path]) => !path.startsWith('x-'));
  return items.flatMap(([path, raw]) => {
    const pathItem = pathItemOf(raw, resolver.resolve(raw));
    return methodsOf(pathItem, format).flatMap(({ method, steps, operation }) =>
      isObject(operation) ? [{ method, path, steps: [...holder, path, ...steps], operation, pathItem }] : [],
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

function methodsOf(pathItem: JsonObject, format: string): readonly MethodPlace[] {
  const fixed = Object.keys(pathItem).filter((key) => isMethod(key, format));
  const more = hasFurtherMethods(format) ? Object.entries(object(pathItem.additionalOperations)) : [];
  return [
    ...fixed.map((key) => ({ method: key.toUpperCase(), steps: [key], operation: pathItem[key] })),
    ...more.map(([key, operation]) => ({ method: key, steps: ['additionalOperations', key], operation })),
  ];
}
