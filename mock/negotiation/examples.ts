import { isObject, type Json } from '../../src/contract/json.ts';
import type { MediaType } from '../../src/contract/types.ts';

export interface NamedExample {
  readonly name: string;
  readonly value: Json;
}

const remembered = new WeakMap<MediaType, readonly NamedExample[]>();

/**
 * The examples of a media type in the order they count: `example` (named `default`), else an example at the root of its
 * schema, then `examples` as listed. Examples that only name an external file are left out.
 */
export function examplesOf(content: MediaType): readonly NamedExample[] {
  const known = remembered.get(content);
  if (known !== undefined) return known;
  const first = content.example ?? schemaExample(content);
  const examples: NamedExample[] = first === undefined ? [] : [{ name: 'default', value: first }];
  for (const [name, { value }] of content.examples) if (value !== undefined) examples.push({ name, value });
  remembered.set(content, examples);
  return examples;
}

function schemaExample({ schema }: MediaType): Json | undefined {
  if (!isObject(schema)) return undefined;
  return schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined);
}
