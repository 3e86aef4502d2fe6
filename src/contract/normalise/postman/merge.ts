import { list, object, objects, text } from '../../document/members.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { eitherSchema } from './infer-schema.ts';

/** Two requests of one method and path: what both send stays required, schemas become alternatives. */
export function mergeOperations(first: JsonObject, second: JsonObject): JsonObject {
  const body = mergeBodies(first.requestBody, second.requestBody);
  return {
    ...second,
    ...first,
    parameters: mergeParameters(objects(first.parameters), objects(second.parameters)),
    ...(body ? { requestBody: body } : {}),
    responses: mergeMaps(object(first.responses), object(second.responses), mergeResponses),
    servers: distinct([...list(first.servers), ...list(second.servers)]),
  };
}

/** Two saved responses of one status. */
export function mergeResponses(first: JsonObject, second: JsonObject): JsonObject {
  return {
    ...first,
    content: mergeMaps(object(first.content), object(second.content), mergeMedia),
    headers: { ...object(second.headers), ...object(first.headers) },
  };
}

function mergeBodies(first: Json | undefined, second: Json | undefined): JsonObject | undefined {
  if (!isObject(first) || !isObject(second))
    return isObject(first) ? first : isObject(second) ? second : undefined;
  return { content: mergeMaps(object(first.content), object(second.content), mergeMedia) };
}

function mergeMedia(first: JsonObject, second: JsonObject): JsonObject {
  const schemas = [first.schema, second.schema].flatMap(alternatives);
  const { example, ...rest } = first;
  return {
    ...rest,
    ...(schemas.length > 0 ? { schema: eitherSchema(schemas) } : {}),
    examples: mergeExamples(examplesOf(first), examplesOf(second)),
  };
}

function alternatives(schema: Json | undefined): readonly JsonObject[] {
  if (!isObject(schema)) return [];
  return Array.isArray(schema.anyOf) ? objects(schema.anyOf) : [schema];
}

const examplesOf = ({ example, examples }: JsonObject): JsonObject =>
  isObject(examples) ? examples : example === undefined ? {} : { default: { value: example } };

/** All examples; one whose name is taken by another value gets a number. */
function mergeExamples(first: JsonObject, second: JsonObject): JsonObject {
  const merged = { ...first };
  for (const [name, example] of Object.entries(second)) {
    if (distinct([example, ...Object.values(merged)]).length === Object.keys(merged).length) continue;
    let free = name;
    for (let number = 2; Object.hasOwn(merged, free); number += 1) free = `${name} ${number}`;
    merged[free] = example;
  }
  return merged;
}

function mergeParameters(first: readonly JsonObject[], second: readonly JsonObject[]): JsonObject[] {
  const both = first.map((parameter) => {
    const other = second.find((candidate) => isSame(candidate, parameter));
    return { ...other, ...parameter, required: parameter.required === true && other?.required === true };
  });
  const onlySecond = second.filter((parameter) => !first.some((other) => isSame(other, parameter)));
  return [...both, ...onlySecond.map((parameter) => ({ ...parameter, required: parameter.in === 'path' }))];
}

function isSame(a: JsonObject, b: JsonObject): boolean {
  return a.in === b.in && text(a.name)?.toLowerCase() === text(b.name)?.toLowerCase();
}

function mergeMaps(
  first: JsonObject,
  second: JsonObject,
  merge: (a: JsonObject, b: JsonObject) => JsonObject,
): JsonObject {
  const merged = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const before = merged[name];
    merged[name] = isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return merged;
}

const distinct = (values: readonly Json[]): Json[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
