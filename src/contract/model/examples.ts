import { text } from '../document/members.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Context } from '../normalise/context.ts';
import type { Example } from '../types.ts';

/** `example` and `examples` of a parameter, header or media type. */
export interface Examples {
  readonly example?: Json;
  readonly examples: ReadonlyMap<string, Example>;
}

/** `wire` says how the value goes over the wire: what `serializedValue` (OpenAPI 3.2) means. */
export function readExamples(holder: JsonObject, context: Context, wire: 'json' | 'text' = 'text'): Examples {
  const { example, examples } = holder;
  const named = isObject(examples) ? Object.entries(examples) : [];
  return {
    ...(example === undefined ? {} : { example: payload(example, context) }),
    examples: new Map(named.map(([name, value]) => [name, readExample(value, context, wire)])),
  };
}

/** An Example Object; a value that is none is taken for the example itself, as people write it. */
function readExample(raw: Json, context: Context, wire: 'json' | 'text'): Example {
  const example = context.resolver.resolve(raw);
  if (!isObject(example)) return example === undefined ? {} : { value: example };
  // `null` is a value too.
  const value = [example.value, example.dataValue, serialized(example.serializedValue, wire)].find(
    (one) => one !== undefined,
  );
  const externalValue = text(example.externalValue);
  const summary = text(example.summary);
  return {
    ...(value === undefined ? {} : { value: payload(value, context) }),
    ...(externalValue === undefined ? {} : { externalValue }),
    ...(summary === undefined ? {} : { summary }),
  };
}

function serialized(value: Json | undefined, wire: 'json' | 'text'): Json | undefined {
  if (typeof value !== 'string' || wire === 'text') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A payload is data, but one that is nothing but a `$ref` that leads somewhere is commonly meant as one. */
function payload(value: Json, { resolver }: Context): Json {
  return isObject(value) && Object.keys(value).length === 1 ? (resolver.resolve(value) ?? value) : value;
}
