import { saysJson } from '../document/media-types.ts';
import { object } from '../document/members.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Context } from '../normalise/context.ts';
import type { MediaType } from '../types.ts';
import { readExamples } from './examples.ts';

/** A `content` map, keyed as written; what is no object is no media type. */
export function readContent(content: Json | undefined, context: Context): ReadonlyMap<string, MediaType> {
  const found = new Map<string, MediaType>();
  for (const [name, raw] of Object.entries(object(content))) {
    const media = context.resolver.resolve(raw);
    if (isObject(media)) found.set(name, readMediaType(name, media, context));
  }
  return found;
}

function readMediaType(name: string, media: JsonObject, context: Context): MediaType {
  const schema = context.schema(media.schema);
  const itemSchema = context.schema(media.itemSchema);
  return {
    name,
    ...(schema === undefined ? {} : { schema }),
    ...(itemSchema === undefined ? {} : { itemSchema }),
    ...readExamples(media, context, saysJson(name) ? 'json' : 'text'),
    encoding: object(media.encoding),
  };
}
