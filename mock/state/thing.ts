import { isObject, type Json, type JsonObject } from '../../src/contract/json.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';
import { flatten, isSchema } from '../generation/flatten.ts';
import { isValid } from '../generation/valid-value.ts';
import type { Matter } from './matter.ts';
import { isPlain, type Place, propertiesOf, put } from './shapes.ts';

/**
 * A thing made of what was sent: properties only the server can give (not in the request's schema), and those a response
 * must have, come from the documented answer; the rest is as the client sent it, or absent.
 */
export function compose(
  matter: Matter,
  sent: JsonObject,
  documented: Json | undefined,
  place: Place,
): JsonObject {
  const { contract } = matter.checked.routed.site;
  const base = isPlain(documented) ? documented : {};
  const clients = new Set(Object.keys(requestProperties(matter)));
  const required = new Set(requiredOf(contract, place.schema));
  const given = Object.entries(base).filter(([name]) => !clients.has(name) || required.has(name));
  return { ...Object.fromEntries(given), ...sent };
}

function requestProperties({ checked }: Matter): JsonObject {
  const { operation, site } = checked.routed;
  const schemas = [...(operation.requestBody?.content.values() ?? [])].flatMap(({ schema }) =>
    schema === undefined ? [] : [schema],
  );
  const writable = schemas.flatMap((schema) => Object.entries(propertiesOf(site.contract, schema)));
  return Object.fromEntries(
    writable.filter(([, property]) => !isObject(property) || property.readOnly !== true),
  );
}

function requiredOf(contract: Contract, schema: Schema): string[] {
  const { required } = flatten(contract, schema).schema;
  return Array.isArray(required) ? required.map(String) : [];
}

/** Sets the moments that tell when a thing was made or changed, where the schema has them as date-time. */
export function stamp(
  contract: Contract,
  thing: JsonObject,
  { schema }: Place,
  created: boolean,
): JsonObject {
  const now = new Date().toISOString();
  const stamped: JsonObject = { ...thing };
  for (const [name, property] of Object.entries(propertiesOf(contract, schema))) {
    const isMoment = isSchema(property) && flatten(contract, property).schema.format === 'date-time';
    const concerns = created
      ? /^(created|updated|modified)(_?(at|on|time|date))?$/i
      : /^(updated|modified)(_?(at|on|time|date))?$/i;
    if (isMoment && concerns.test(name)) stamped[name] = now;
  }
  return stamped;
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
