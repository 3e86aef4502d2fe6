import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import type { Contract, MediaType, Operation, Schema } from '../../src/contract/types.ts';
import { flatten, isSchema } from '../generation/flatten.ts';
import { once } from '../generation/once.ts';
import { usualResponse } from '../negotiation/find-response.ts';

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

/** Finds the one thing in a body by its id property. */
export function findThing(contract: Contract, schema: Schema, parameter: string): Place | undefined {
  if (typeof schema === 'boolean') return undefined;
  const found = foundPlaces(contract, schema);
  if (!found.has(parameter)) found.set(parameter, find(contract, schema, parameter, []));
  return found.get(parameter);
}

/** By the parameter that was asked for. */
const foundPlaces = once((_, __: object & Schema) => new Map<string, Place | undefined>());

function find(
  contract: Contract,
  schema: Schema,
  parameter: string,
  steps: readonly string[],
): Place | undefined {
  const properties = propertiesOf(contract, schema);
  const idName = idProperty(properties, parameter);
  if (idName !== undefined) return { steps, schema, idName };
  if (steps.length >= deepest) return undefined;
  for (const [name, property] of Object.entries(properties)) {
    if (!isSchema(property) || isList(contract, property)) continue;
    const place = find(contract, property, parameter, [...steps, name]);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Finds the list of things in a body: the body itself, or an array in an envelope. */
export function findList(
  contract: Contract,
  schema: Schema,
  parameter: string,
  steps: readonly string[] = [],
): Place | undefined {
  const { items } = flatten(contract, schema).schema;
  if (isSchema(items)) {
    const idName = idProperty(propertiesOf(contract, items), parameter);
    return idName === undefined ? undefined : { steps, schema: items, idName };
  }
  if (steps.length >= deepest) return undefined;
  for (const [name, property] of Object.entries(propertiesOf(contract, schema))) {
    const place = isSchema(property) ? findList(contract, property, parameter, [...steps, name]) : undefined;
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

/** `petId` names `petId` or `id`; `pet_uuid` names `pet_uuid` or `uuid`; `slug` names `slug` or `id`. */
function idProperty(properties: JsonObject, parameter: string): string | undefined {
  const short = /(?:^|[_-]|(?<=[a-z]))(id|uuid|guid|key|slug|name|code)$/i
    .exec(parameter)?.[1]
    ?.toLowerCase();
  return [parameter, short, 'id', 'uuid'].find(
    (name) => name !== undefined && Object.hasOwn(properties, name),
  );
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
