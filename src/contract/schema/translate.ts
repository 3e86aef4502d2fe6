import { texts } from '../document/members.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Schema } from '../types.ts';
import { checksKeyword, type SelfContained } from './ajv.ts';
import { hiddenProperties } from './hidden-properties.ts';
import { checkOf, targetOf } from './keyword-checks.ts';
import { keywords } from './keywords.ts';
import { agrees, type Check } from './mismatch.ts';
import { isSchema, schemaEntries, schemasIn } from './parts.ts';
import { compilePattern } from './patterns.ts';
import { below, type Place, type Workshop } from './place.ts';
import type { Located } from './references.ts';

/**
 * Translates a schema into one that stands alone and that Ajv always compiles: keywords that do not judge values are left out,
 * and so are malformed ones, references become checks.
 */
export function translate(
  workshop: Workshop,
  located: Located,
  hidden: ReadonlySet<string> | undefined,
): SelfContained {
  const definitions: Place['definitions'] = new Map();
  const schema = translateAt({ workshop, located, hidden, native: false, definitions });
  if (typeof schema === 'boolean' || definitions.size === 0) return schema;
  const $defs = Object.fromEntries(
    [...definitions.values()].map((definition) => [definition.name, definition.schema]),
  );
  return { ...schema, $defs };
}

function translateAt(given: Place): SelfContained {
  const { schema } = given.located;
  if (typeof schema === 'boolean') return schema;
  const place = settle(given, schema);
  const translated: Record<string, unknown> = {};
  const checks: Check[] = [];
  for (const [keyword, value] of acceptable(schema)) {
    const check = checkOf(keyword, value, schema, place);
    const plain = check ? undefined : translateKeyword(keyword, value, place);
    if (check) checks.push(check);
    if (plain !== undefined) translated[keyword] = plain;
  }
  if (checks.length > 0) translated[checksKeyword] = checks;
  return translated;
}

function settle(place: Place, schema: JsonObject): Place {
  const { workshop, located } = place;
  const hidden = place.hidden ?? hiddenProperties(workshop.contract, located, workshop.direction);
  const native = place.native || 'unevaluatedProperties' in schema || 'unevaluatedItems' in schema;
  return { ...place, hidden, native };
}

/** The keywords that judge values and have a value that makes sense. */
function acceptable(schema: JsonObject): [string, Json][] {
  return Object.entries(schema).filter(([keyword, value]) => keywords.get(keyword)?.accepts(value));
}

/** The keyword's value for Ajv; undefined leaves it out. */
function translateKeyword(keyword: string, value: Json, place: Place): unknown {
  switch (keyword) {
    case '$ref':
    case '$dynamicRef':
      return place.native ? nativeReference(keyword, value, place) : undefined;
    case 'uniqueItems':
      return undefined;
    case 'required':
      return texts(value).filter((name) => !place.hidden?.has(name));
    case 'properties':
      return properties(value, place);
    case 'pattern':
      return compilePattern(String(value)) && value;
    case 'patternProperties':
      return patternProperties(value, place);
    default:
      return nested(keyword, value, place);
  }
}

function nested(keyword: string, value: Json, place: Place): unknown {
  const rule = keywords.get(keyword);
  const translatePart = (schema: Schema) => translatePartOf(place, schema, rule?.inPlace ?? false);
  if (rule?.holds === 'schema' && isSchema(value)) return translatePart(value);
  if (rule?.holds === 'schemas') return schemasIn(value).map(translatePart);
  if (rule?.holds !== 'schema-map') return value;
  return Object.fromEntries(schemaEntries(value).map(([name, schema]) => [name, translatePart(schema)]));
}

/** A schema for a part of the value begins anew; one for the same value keeps what holds here. */
function translatePartOf(place: Place, schema: Schema, inPlace: boolean): SelfContained {
  const located = below(place, schema);
  return translateAt(
    inPlace ? { ...place, located } : { ...place, located, hidden: undefined, native: false },
  );
}

/** A property that does not belong in this direction is let through unseen, or refused. */
function properties(value: Json, place: Place): Record<string, SelfContained> {
  const hidden = place.workshop.refuseHidden ? { [checksKeyword]: [refuse] } : true;
  return Object.fromEntries(
    schemaEntries(value).map(([name, schema]) => [
      name,
      place.hidden?.has(name) ? hidden : translatePartOf(place, schema, false),
    ]),
  );
}

/** A null gives nothing away: many serialisers write one for what they leave out. */
const refuse: Check = (value, at) =>
  value === null
    ? agrees
    : [{ instancePath: at, keyword: 'hidden', params: {}, message: 'must not be sent in this direction' }];

function patternProperties(value: Json, place: Place): Record<string, SelfContained> {
  const usable = schemaEntries(value).filter(([pattern]) => compilePattern(pattern));
  return Object.fromEntries(
    usable.map(([pattern, schema]) => [pattern, translatePartOf(place, schema, false)]),
  );
}

/** Native references stay inside this compilation: a definition, and Ajv's own `$ref` to it. */
function nativeReference(keyword: string, value: Json, place: Place): string | undefined {
  const target = targetOf(keyword, value, place);
  if (!target) return undefined;
  const known = place.definitions.get(target.schema);
  const definition = known ?? { name: `d${place.definitions.size}`, schema: true };
  if (!known) {
    place.definitions.set(target.schema, definition);
    definition.schema = translateAt({ ...place, located: target });
  }
  return `#/$defs/${definition.name}`;
}
