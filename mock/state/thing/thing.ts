import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import type { Contract, Operation, Schema } from '../../../src/contract/types.ts';
import { flatten } from '../../generation/flatten.ts';
import { once } from '../../generation/once.ts';
import { isValid } from '../../generation/valid-value.ts';
import { type Place, propertiesOf, put } from '../documented/shapes.ts';
import type { Matter } from '../matter.ts';

/**
 * A thing made of what was sent: properties only the server can give (not in the request's schema), and those a response
 * must have, come from the documented answer; the rest is as the client sent it, has its default, or is absent.
 */
export function compose(
  matter: Matter,
  sent: JsonObject,
  documented: Json | undefined,
  place: Place,
): JsonObject {
  const { operation, site } = matter.checked.routed;
  const base = isObject(documented) ? documented : {};
  const clients = clientProperties(site.contract, operation, place.steps);
  const required = requiredOf(site.contract, place.schema);
  const given = Object.entries(base).filter(([name]) => !clients.has(name) || required.has(name));
  const defaults = defaultsOf(site.contract, [
    place.schema,
    ...sentSchemas(site.contract, operation, place.steps),
  ]);
  const own = Object.entries(defaults).filter(([name]) => clients.has(name));
  return { ...Object.fromEntries([...given, ...own]), ...sent };
}

/** What a client may set: the properties of the request's schema, or inside its envelope, that are not read-only. */
function clientProperties(
  contract: Contract,
  operation: Operation,
  steps: readonly string[],
): ReadonlySet<string> {
  const names = sentSchemas(contract, operation, steps).flatMap((schema) => writableIn(contract, schema));
  return new Set(names);
}

/** What only the server gives, though it may stand in the request: its read-only properties. */
export function serversProperties(
  contract: Contract,
  operation: Operation,
  steps: readonly string[],
): readonly string[] {
  const names = sentSchemas(contract, operation, steps).flatMap((schema) =>
    typeof schema === 'boolean' ? [] : readOnlyOf(contract, schema),
  );
  if (names.length === 0) return names;
  const clients = clientProperties(contract, operation, steps);
  return names.filter((name) => !clients.has(name));
}

/** What a body may be, in its envelope. */
function sentSchemas(
  contract: Contract,
  { requestBody }: Operation,
  steps: readonly string[],
): readonly Schema[] {
  return [...(requestBody?.content.values() ?? [])].map(({ schema }) =>
    inEnvelope(contract, schema ?? true, steps),
  );
}

function defaultsOf(contract: Contract, schemas: readonly Schema[]): JsonObject {
  const defaults = schemas.flatMap((schema) =>
    Object.entries(propertiesOf(contract, schema)).flatMap(([name, property]): [string, Json][] => {
      const value = isSchema(property) ? flatten(contract, property).schema.default : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return Object.fromEntries(defaults);
}

/** The schema at some steps; the whole one where the body has no such envelope. */
function inEnvelope(contract: Contract, whole: Schema, steps: readonly string[]): Schema {
  let schema = whole;
  for (const step of steps) {
    const property = propertiesOf(contract, schema)[step];
    if (!isSchema(property)) return whole;
    schema = property;
  }
  return schema;
}

function writableIn(contract: Contract, schema: Schema): readonly string[] {
  return typeof schema === 'boolean' ? [] : writableOf(contract, schema);
}

const isReadOnly = (property: unknown): boolean => isObject(property) && property.readOnly === true;

const writableOf = once((contract, schema: object & Schema): readonly string[] =>
  Object.entries(propertiesOf(contract, schema))
    .filter(([, property]) => !isReadOnly(property))
    .map(([name]) => name),
);

const readOnlyOf = once((contract, schema: object & Schema): readonly string[] =>
  Object.entries(propertiesOf(contract, schema))
    .filter(([, property]) => isReadOnly(property))
    .map(([name]) => name),
);

const requiredIn = once((contract, schema: object & Schema): ReadonlySet<string> => {
  const { required } = flatten(contract, schema).schema;
  return new Set(Array.isArray(required) ? required.map(String) : []);
});

function requiredOf(contract: Contract, schema: Schema): ReadonlySet<string> {
  return typeof schema === 'boolean' ? new Set() : requiredIn(contract, schema);
}

const CREATED = /^(created|updated|modified)(_?(at|on|time|date))?$/i;
const UPDATED = /^(updated|modified)(_?(at|on|time|date))?$/i;

/** The date-time properties that tell when a thing was made or changed. */
const momentsIn = once((contract, schema: object & Schema): readonly string[] =>
  Object.entries(propertiesOf(contract, schema))
    .filter(([, property]) => isSchema(property) && flatten(contract, property).schema.format === 'date-time')
    .map(([name]) => name)
    .filter((name) => CREATED.test(name)),
);

/** Sets the moments that tell when a thing was made or changed, where the schema has them as date-time. */
export function stamp(
  contract: Contract,
  thing: JsonObject,
  { schema }: Place,
  created: boolean,
): JsonObject {
  const moments = typeof schema === 'boolean' ? [] : momentsIn(contract, schema);
  if (moments.length === 0) return thing;
  const now = new Date().toISOString();
  const concerned = moments.filter((name) => created || UPDATED.test(name));
  return { ...thing, ...Object.fromEntries(concerned.map((name) => [name, now])) };
}

/** What of a thing a response shows: the properties its schema names, where it names any. */
export function view(contract: Contract, thing: JsonObject, schema: Schema): JsonObject {
  const known = propertiesOf(contract, schema);
  if (Object.keys(known).length === 0) return thing;
  const shown = Object.entries(thing).filter(([name]) => {
    const property = known[name];
    return property !== undefined && !(isObject(property) && property.writeOnly === true);
  });
  return Object.fromEntries(shown);
}

/** The thing in the envelope of its answer, undefined where that would break the schema. */
export function wrapped(
  contract: Contract,
  whole: Schema,
  envelope: Json | undefined,
  place: Place,
  value: Json,
): Json | undefined {
  const body = put(envelope, place.steps, value);
  return isValid(contract, whole, body) ? body : undefined;
}
