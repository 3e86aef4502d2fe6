import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Keyword, keywords } from '../schema/keywords.ts';
import { type Cursor, child, entries, type Reporter } from './cursor.ts';
import { subschemas } from './walk-schemas.ts';
import { kindOf, oneOf, shown } from './words.ts';

/** What a document is written in: the version of OpenAPI, and whether its schemas are of a draft before 2020-12. */
interface Version {
  readonly format: string;
  readonly hasOlderDraft: boolean;
}

/** A schema and all schemas in it: keywords with values they can have, patterns that compile, references that lead somewhere. */
export function checkSchema(at: Cursor, version: Version, report: Reporter): void {
  if (typeof at.value === 'boolean') return;
  if (!isObject(at.value)) {
    report.error(at, `this is ${kindOf(at.value)}, a schema is expected: an object`);
    return;
  }
  if (typeof at.value.$ref === 'string') report.follow(at);
  checkKeywords(at, at.value, version, report);
  checkTypes(child(at, 'type'), report);
  checkPatterns(at, report);
  checkVersion(at, at.value, version.format, report);
  for (const schema of subschemas(at)) checkSchema(schema, version, report);
}

function checkKeywords(at: Cursor, schema: JsonObject, { hasOlderDraft }: Version, report: Reporter): void {
  for (const [name, value] of Object.entries(schema)) {
    const keyword = toldHere.get(name);
    if (keyword === undefined || isSound(keyword, value)) continue;
    if (hasOlderDraft && name === 'items' && Array.isArray(value)) continue;
    report.error(child(at, name), `\`${name}\` is ${shown(value)}, ${keyword.expects} is expected`);
  }
}

type Expectation = Pick<Keyword, 'holds' | 'accepts' | 'expects'>;

const flag: Expectation = {
  holds: 'data',
  expects: 'true or false',
  accepts: (value) => typeof value === 'boolean',
};

/** What a draft before 2020-12 has a list for. What else is no schema is told where the schema should be. */
const items: Expectation = {
  holds: 'data',
  expects: 'a schema (a list of schemas is `prefixItems`)',
  accepts: (value) => !Array.isArray(value),
};

/** All keywords but the types, and the bounds whose form depends on the version: those are told below. */
const toldHere: ReadonlyMap<string, Expectation> = new Map([
  ...[...keywords].filter(
    ([name, { holds }]) => holds !== 'schema' && name !== 'type' && !name.startsWith('exclusive'),
  ),
  ['items', items],
  ...['readOnly', 'writeOnly', 'deprecated', 'nullable'].map((name) => [name, flag] as const),
  ['$defs', { holds: 'schema-map', expects: 'an object', accepts: isObject }],
]);

/** The schemas in a list or a map are told one by one. */
function isSound({ holds, accepts }: Expectation, value: Json): boolean {
  if (holds === 'schemas') return Array.isArray(value) && value.length > 0;
  return holds === 'schema-map' ? isObject(value) : accepts(value);
}

const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

function checkTypes(type: Cursor, report: Reporter): void {
  if (type.value === undefined) return;
  const all = Array.isArray(type.value) ? type.value : [type.value];
  const wrong = all.find((name) => typeof name !== 'string' || !(types.includes(name) || name === 'file'));
  if (wrong !== undefined) report.error(type, `\`type\` is ${shown(wrong)}: ${oneOf(types)} is expected`);
}

function checkPatterns(at: Cursor, report: Reporter): void {
  const pattern = child(at, 'pattern');
  if (typeof pattern.value === 'string') checkPattern(pattern, pattern.value, report);
  for (const [name, member] of entries(child(at, 'patternProperties'))) checkPattern(member, name, report);
}

/** Patterns are ECMA-262 (JSON Schema core section 6.4); one that only the old, non-Unicode grammar takes still works. */
function checkPattern(at: Cursor, pattern: string, report: Reporter): void {
  const trouble = regexTrouble(pattern, '');
  if (trouble !== undefined && regexTrouble(pattern, 'u') !== undefined) {
    report.error(at, `${JSON.stringify(pattern)} is no regular expression: ${trouble}`);
  }
}

function regexTrouble(pattern: string, flags: string): string | undefined {
  try {
    new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    // V8: `Invalid regular expression: /([/: Unterminated character class`
    return error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error);
  }
}

/** What another version of OpenAPI writes, and this one does not know. */
function checkVersion(at: Cursor, schema: JsonObject, format: string, report: Reporter): void {
  const isOld = format === '2.0' || format.startsWith('3.0');
  if (!isOld && schema.nullable !== undefined) {
    report.warning(
      child(at, 'nullable'),
      "`nullable` means nothing from 3.1 on: write `type: [string, 'null']`",
    );
  }
  for (const name of ['exclusiveMinimum', 'exclusiveMaximum']) {
    const isBoolean = typeof schema[name] === 'boolean';
    if (schema[name] === undefined || isBoolean === isOld) continue;
    const expected = isOld ? 'true or false beside the limit' : 'the limit itself';
    report.error(child(at, name), `\`${name}\` is ${kindOf(schema[name])}: ${format} expects ${expected}`);
  }
  const ignored =
    isOld && schema.$ref !== undefined
      ? Object.keys(schema).filter((name) => !besideReference.has(name))
      : [];
  if (ignored.length > 0) {
    report.warning(
      at,
      `${ignored.map((name) => `\`${name}\``).join(', ')} beside \`$ref\` is ignored in ${format}: use \`allOf\``,
    );
  }
}

const besideReference = new Set(['$ref', 'description', 'summary', 'title']);
