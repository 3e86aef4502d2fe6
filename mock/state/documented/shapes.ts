import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import type { Contract, MediaType, Operation, Schema } from '../../../src/contract/types.ts';
import { flatten } from '../../generation/flatten.ts';
import { once } from '../../generation/once.ts';
import { usualResponse } from '../../negotiation/find-response.ts';
import { plain } from '../plain.ts';

/** Where in a body a thing, or the list of things, stands: at the root (no steps), or inside an envelope. */
export interface Place {
  readonly steps: readonly string[];
  /** Of the thing itself, or of one item of the list. */
  readonly schema: Schema;
  /** The property that is the thing's id. */
  readonly idName: string;
}

/** Envelopes inside envelopes are followed this far. */
const deepest = 2;

/** The JSON body of an operation's usual success. */
export function successContent({ responses }: Operation): MediaType | undefined {
  const content = usualResponse(responses)?.response.content.values() ?? [];
  return [...content].find(({ name }) => /[/+]json\b|\*/.test(name));
}

/** Finds the one thing in a body by its id property, which has one of these names. */
export function findThing(contract: Contract, schema: Schema, idNames: IdNames): Place | undefined {
  if (typeof schema === 'boolean') return undefined;
  const found = foundPlaces(contract, schema);
  if (!found.has(idNames)) found.set(idNames, find(contract, schema, idNames, []));
  return found.get(idNames);
}

/** By the names that were asked for. */
const foundPlaces = once((_, __: object & Schema) => new Map<IdNames, Place | undefined>());

function find(
  contract: Contract,
  schema: Schema,
  idNames: IdNames,
  steps: readonly string[],
): Place | undefined {
  const properties = propertiesOf(contract, schema);
  const idName = idProperty(properties, idNames);
  if (idName !== undefined) return { steps, schema, idName };
  if (steps.length >= deepest) return undefined;
  for (const [name, property] of Object.entries(properties)) {
    if (!isSchema(property) || isList(contract, property)) continue;
    const place = find(contract, property, idNames, [...steps, name]);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Finds the list of things in a body: the body itself, or an array in an envelope. */
export function findList(
  contract: Contract,
  schema: Schema,
  idNames: IdNames,
  steps: readonly string[] = [],
): Place | undefined {
  const { items } = flatten(contract, schema).schema;
  if (isSchema(items)) {
    const idName = idProperty(propertiesOf(contract, items), idNames);
    return idName === undefined ? undefined : { steps, schema: items, idName };
  }
  if (steps.length >= deepest) return undefined;
  for (const [name, property] of Object.entries(propertiesOf(contract, schema))) {
    const place = isSchema(property) ? findList(contract, property, idNames, [...steps, name]) : undefined;
    if (place !== undefined) return place;
  }
  return undefined;
}

function isList(contract: Contract, schema: Schema): boolean {
  return flatten(contract, schema).schema.items !== undefined;
}

export function propertiesOf(contract: Contract, schema: Schema): JsonObject {
  const { properties } = flatten(contract, schema).schema;
  return isObject(properties) ? properties : {};
}

/** What the id property of a thing may be called, the most likely first, without what is written in different ways. */
export type IdNames = readonly string[];

/**
 * `petId` names `petId`, `pet_id` or `id`; `pet_uuid` names `pet_uuid` or `uuid`; `slug` names `slug` or `id`; `id` in
 * `/pets/{id}` names `id`, `_id` or `petId`.
 */
export function idNamesOf(collection: string, parameter: string): IdNames {
  const short = /(?:^|[_-]|(?<=[a-z]))(id|uuid|guid|key|slug|name|code)$/i.exec(parameter)?.[1];
  const single = singular(collection.slice(collection.lastIndexOf('/') + 1));
  return [parameter, short ?? 'id', 'id', 'uuid', `${parameter}Id`, `${single}Id`].map(plain);
}

/** `categories` → `category` */
export function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '');
}

function idProperty(properties: JsonObject, idNames: IdNames): string | undefined {
  const names = Object.keys(properties);
  for (const wanted of idNames) {
    const name = names.find((own) => plain(own) === wanted);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** How many things the schema lets a list have. */
export function mostItems(contract: Contract, whole: Schema, { steps }: Place): number | undefined {
  let schema = whole;
  for (const step of steps) {
    const property = propertiesOf(contract, schema)[step];
    if (!isSchema(property)) return undefined;
    schema = property;
  }
  const { maxItems } = flatten(contract, schema).schema;
  return typeof maxItems === 'number' ? maxItems : undefined;
}

/** The value at some steps, undefined when they lead nowhere. */
export function at(value: Json | undefined, steps: readonly string[]): Json | undefined {
  return steps.reduce<Json | undefined>(
    (inner, step) => (isObject(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined),
    value,
  );
}

/** The envelope with something else at some steps; what is missing on the way becomes an object. */
export function put(envelope: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  const outer = isObject(envelope) ? envelope : {};
  return { ...outer, [step]: put(outer[step], rest, value) };
}
