import { flag, list, text } from '../document/members.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Context } from '../normalise/context.ts';
import type { Parameter, ParameterPlace } from '../types.ts';
import { readExamples } from './examples.ts';
import { readContent } from './media-type.ts';

const places: ReadonlyMap<string, ParameterPlace> = new Map(
  (['path', 'query', 'header', 'cookie', 'querystring'] as const).map((place) => [place, place]),
);

const defaultStyles: Readonly<Record<ParameterPlace, string>> = {
  path: 'simple',
  header: 'simple',
  query: 'form',
  cookie: 'form',
  querystring: 'form',
};

/**
 * Parameters of an operation with those of its path item; the operation's win where name and place are the same
 * (OpenAPI, Operation Object). What is no parameter (no name, no known place) is left out.
 */
export function readParameters(
  pathItem: Json | undefined,
  operation: Json | undefined,
  context: Context,
): readonly Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const raw of [...list(pathItem), ...list(operation)]) {
    const parameter = readParameter(context.resolver.resolve(raw), context);
    if (parameter) merged.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...merged.values()];
}

function readParameter(raw: Json | undefined, context: Context): Parameter | undefined {
  if (!isObject(raw)) return undefined;
  const name = text(raw.name);
  const place = places.get(text(raw.in) ?? '');
  if (name === undefined || !place) return undefined;
  const style = text(raw.style) ?? defaultStyles[place];
  return {
    name,
    in: place,
    required: place === 'path' || flag(raw.required),
    deprecated: flag(raw.deprecated),
    ...shape(raw, context),
    style,
    explode: typeof raw.explode === 'boolean' ? raw.explode : style === 'form' || style === 'cookie',
    allowReserved: flag(raw.allowReserved),
    allowEmptyValue: flag(raw.allowEmptyValue),
    ...readExamples(raw, context),
  };
}

function shape(raw: JsonObject, context: Context): Pick<Parameter, 'schema' | 'content'> {
  if (isObject(raw.content)) return { content: readContent(raw.content, context) };
  const schema = context.schema(raw.schema);
  return schema === undefined ? {} : { schema };
}
