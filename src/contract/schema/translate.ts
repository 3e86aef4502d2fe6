import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Contract, Schema } from '../types.ts';
import { checksKeyword, type SelfContained } from './ajv.ts';
import { anyOf, oneOf } from './alternatives.ts';
import { contains, propertyNames, uniqueItems } from './collections.ts';
import { byTag, readDiscriminator } from './discriminator.ts';
import { type Direction, hiddenProperties } from './hidden-properties.ts';
import { keywords } from './keywords.ts';
import type { Check } from './mismatch.ts';
import { compilePattern } from './patterns.ts';
import { type Located, resolveDynamic, resolveReference } from './references.ts';

/** What translating needs from outside: the contract, and checks for the schemas that are compiled apart. */
export interface Workshop {
  readonly contract: Contract;
  readonly direction: Direction;
  /** A check compiled when first used. */
  later(located: Located, hidden: ReadonlySet<string> | undefined): Check;
  problem(message: string): void;
}

interface Place {
  readonly workshop: Workshop;
  readonly located: Located;
  /** Properties hidden in this direction, when an enclosing schema of the same value has already gathered them. */
  readonly hidden: ReadonlySet<string> | undefined;
  /**
   * Inside a schema with `unevaluated…`, whatever judges the same value must be Ajv's own keywords, because only those tell which
   * properties they evaluated. Elsewhere references and alternatives are checks of ours: lazy, and with errors apart.
   */
  readonly native: boolean;
  readonly definitions: Map<Schema, { readonly name: string; schema: SelfContained }>;
}

/**
 * Translates a schema into one that stands alone and that Ajv always compiles: keywords that do not judge values are left out,
 * malformed ones are reported and left out, references become checks.
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
  for (const [keyword, value] of Object.entries(schema)) {
    const rule = keywords.get(keyword);
    if (!rule) continue;
    if (!rule.accepts(value)) {
      report(place, `"${keyword}" has a value that JSON Schema does not allow: ${shorten(value)}`);
      continue;
    }
    const { check, plain } = translateKeyword(keyword, value, schema, place);
    if (check) checks.push(check);
    if (plain !== undefined) translated[keyword] = plain;
  }
  if (checks.length > 0) translated[checksKeyword] = checks;
  return translated;
}

function settle(place: Place, schema: JsonObject): Place {
  const hidden =
    place.hidden ?? hiddenProperties(place.workshop.contract, place.located, place.workshop.direction);
  const native = place.native || 'unevaluatedProperties' in schema || 'unevaluatedItems' in schema;
  return { ...place, hidden, native };
}

/** What becomes of a keyword: a check of ours, the keyword for Ajv, or nothing. */
interface Translated {
  readonly check?: Check;
  readonly plain?: unknown;
}

function translateKeyword(keyword: string, value: Json, schema: JsonObject, place: Place): Translated {
  switch (keyword) {
    case '$ref':
    case '$dynamicRef':
      return reference(keyword, String(value), place);
    case 'oneOf':
    case 'anyOf':
      if (place.native) return { plain: list(keyword, value, place, true) };
      return { check: alternatives(keyword, schemasIn(value), schema, place) };
    case 'contains':
      if (place.native) return { plain: one(keyword, value, place, false) };
      return { check: containsCheck(value, schema, place) };
    case 'propertyNames':
      return { check: propertyNames(part(value, place, keyword)) };
    case 'uniqueItems':
      return value === true ? { check: uniqueItems } : {};
    case 'required':
      return { plain: strings(value).filter((name) => !place.hidden?.has(name)) };
    case 'properties':
      return { plain: properties(value, place) };
    case 'pattern':
      return compiles(String(value), place) ? { plain: value } : {};
    case 'patternProperties':
      return { plain: patternProperties(value, place) };
    default:
      return { plain: nested(keyword, value, place) };
  }
}

function nested(keyword: string, value: Json, place: Place): unknown {
  const rule = keywords.get(keyword);
  if (rule?.holds === 'schema') return one(keyword, value, place, rule.inPlace);
  if (rule?.holds === 'schemas') return list(keyword, value, place, rule.inPlace);
  if (rule?.holds === 'schema-map') return map(keyword, value, place, rule.inPlace);
  return value;
}

function one(step: string, value: unknown, place: Place, inPlace: boolean): SelfContained {
  if (!isSchema(value)) return true;
  const located = { ...place.located, schema: value, name: `${place.located.name}/${step}` };
  if (inPlace) return translateAt({ ...place, located });
  return translateAt({ ...place, located, hidden: undefined, native: false });
}

function list(keyword: string, value: Json, place: Place, inPlace: boolean): SelfContained[] {
  return schemasIn(value).map((schema, index) => one(`${keyword}/${index}`, schema, place, inPlace));
}

function map(keyword: string, value: Json, place: Place, inPlace: boolean): Record<string, SelfContained> {
  return mapEntries(value, (name, schema) => one(`${keyword}/${name}`, schema, place, inPlace));
}

/** A property that does not belong in this direction is let through unseen. */
function properties(value: Json, place: Place): Record<string, SelfContained> {
  return mapEntries(value, (name, schema) =>
    place.hidden?.has(name) ? true : one(`properties/${name}`, schema, place, false),
  );
}

function patternProperties(value: Json, place: Place): Record<string, SelfContained> {
  return mapEntries(value, (pattern, schema) =>
    compiles(pattern, place) ? one(`patternProperties/${pattern}`, schema, place, false) : undefined,
  );
}

function mapEntries(
  value: Json,
  translateEntry: (name: string, schema: unknown) => SelfContained | undefined,
): Record<string, SelfContained> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([name, schema]) => {
      const translated = translateEntry(name, schema);
      return translated === undefined ? [] : [[name, translated]];
    }),
  );
}

function reference(keyword: string, value: string, place: Place): Translated {
  const { workshop, located } = place;
  const resolve = keyword === '$ref' ? resolveReference : resolveDynamic;
  const target = resolve(workshop.contract, value, located.scope);
  if (!target) {
    report(place, `${keyword} "${value}" points to nothing`);
    return {};
  }
  return place.native
    ? { plain: nativeReference(target, place) }
    : { check: workshop.later(target, place.hidden) };
}

/** Native references stay inside this compilation: a definition, and Ajv's own `$ref` to it. */
function nativeReference(target: Located, place: Place): string {
  const known = place.definitions.get(target.schema);
  const definition = known ?? { name: `d${place.definitions.size}`, schema: true };
  if (!known) {
    place.definitions.set(target.schema, definition);
    definition.schema = translateAt({ ...place, located: target });
  }
  return `#/$defs/${definition.name}`;
}

function alternatives(keyword: string, branches: readonly Schema[], schema: JsonObject, place: Place): Check {
  const { workshop, located } = place;
  const checks = branches.map((branch, index) => {
    const name = `${located.name}/${keyword}/${index}`;
    return workshop.later({ ...located, schema: branch, name }, place.hidden);
  });
  const plain = keyword === 'oneOf' ? oneOf(checks) : anyOf(checks);
  const tagged = readDiscriminator(workshop.contract, schema, branches, located.scope);
  return tagged ? byTag(tagged, checks, plain) : plain;
}

function containsCheck(value: Json, schema: JsonObject, place: Place): Check {
  const least = typeof schema.minContains === 'number' ? schema.minContains : 1;
  const most = typeof schema.maxContains === 'number' ? schema.maxContains : Number.POSITIVE_INFINITY;
  return contains(part(value, place, 'contains'), least, most);
}

/** The check of a schema that judges a part of the value. */
function part(value: Json, place: Place, step: string): Check {
  const { located, workshop } = place;
  const name = `${located.name}/${step}`;
  return workshop.later({ ...located, schema: isSchema(value) ? value : true, name }, undefined);
}

function compiles(pattern: string, place: Place): boolean {
  if (compilePattern(pattern)) return true;
  report(place, `pattern ${JSON.stringify(pattern)} is not a regular expression`);
  return false;
}

function report({ workshop, located }: Place, message: string): void {
  workshop.problem(located.name === '' ? message : `${located.name}: ${message}`);
}

function schemasIn(value: Json): Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function strings(value: Json): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'boolean' || isObject(value);
}

function shorten(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
