import type { Context } from '../context.ts';
import { isObject, type Json } from '../json.ts';
import { object } from '../members.ts';
import type { MediaType } from '../types.ts';
import { readExamples } from './examples.ts';

/** A `content` map, keyed as written. */
export function readContent(content: Json | undefined, context: Context): ReadonlyMap<string, MediaType> {
  const entries = isObject(content) ? Object.entries(content) : [];
  return new Map(entries.map(([name, raw]) => [name, readMediaType(name, raw, context)]));
}

function readMediaType(name: string, raw: Json, context: Context): MediaType {
  const media = object(context.resolver.resolve(raw));
  const schema = context.schema(media.schema);
  const itemSchema = context.schema(media.itemSchema);
  return {
    name,
    ...(schema === undefined ? {} : { schema }),
    ...(itemSchema === undefined ? {} : { itemSchema }),
    ...readExamples(media, context),
    encoding: object(media.encoding),
  };
}
