import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Contract } from '../types.ts';

/** Finds schemas of a document by `$id` and by `$anchor`. */
export interface DocumentIndex {
  /** `address` as written in a `$ref`, relative to the `$id` of the schema it stands in. */
  resource(address: string, from: JsonObject | undefined): JsonObject | undefined;
  /** The anchor inside this resource, else anywhere in the document. */
  anchor(name: string, resource: JsonObject | undefined): JsonObject | undefined;
}

interface Entry {
  readonly schema: JsonObject;
  readonly resource: JsonObject | undefined;
}

const indexes = new WeakMap<Contract, DocumentIndex>();

/** Built when first asked for: most documents have neither `$id` nor `$anchor`, and walking a big one costs. */
export function indexOf(contract: Contract): DocumentIndex {
  const known = indexes.get(contract);
  if (known) return known;
  const made = build(contract.document);
  indexes.set(contract, made);
  return made;
}

function build(document: JsonObject): DocumentIndex {
  const resources = new Map<string, JsonObject>();
  const anchors = new Map<string, Entry[]>();
  visit(document, (schema, resource, outer) => {
    if (typeof schema.$id === 'string') resources.set(absolute(schema.$id, outer), schema);
    for (const name of [schema.$anchor, schema.$dynamicAnchor]) {
      if (typeof name === 'string') anchors.set(name, [...(anchors.get(name) ?? []), { schema, resource }]);
    }
  });
  return {
    resource: (address, from) => resources.get(absolute(address, from)) ?? resources.get(address),
    anchor(name, resource) {
      const entries = anchors.get(name) ?? [];
      return (entries.find((entry) => entry.resource === resource) ?? entries[0])?.schema;
    },
  };
}

function absolute(address: string, resource: JsonObject | undefined): string {
  const base = typeof resource?.$id === 'string' ? URL.parse(resource.$id, 'document:///') : undefined;
  return URL.parse(address, base?.href ?? 'document:///')?.href ?? address;
}

/** Every object of the document with the resource it belongs to and the one around that. No recursion: documents nest deep. */
function visit(
  document: Json,
  see: (schema: JsonObject, resource: Entry['resource'], outer: Entry['resource']) => void,
) {
  const open: { value: Json; outer: JsonObject | undefined }[] = [{ value: document, outer: undefined }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, outer } = next;
    if (Array.isArray(value)) {
      for (const item of value) open.push({ value: item, outer });
    } else if (isObject(value)) {
      const resource = typeof value.$id === 'string' ? value : outer;
      see(value, resource, outer);
      for (const item of Object.values(value)) open.push({ value: item, outer: resource });
    }
  }
}
