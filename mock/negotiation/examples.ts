import { isObject, type Json } from '../../src/contract/json.ts';
import type { Contract, MediaType, Schema } from '../../src/contract/types.ts';
import { once } from '../generation/once.ts';

export interface NamedExample {
  readonly name: string;
  readonly value: Json;
}

/**
 * The examples of a media type in the order they count: `example` (named `default`), else an example at the root of its
 * schema (or of the one it refers to), then `examples` as listed. Examples that only name an external file are left out.
 */
export const examplesOf = once((contract, content: MediaType): readonly NamedExample[] => {
  const first = content.example === undefined ? schemaExample(contract, content.schema) : content.example;
  const examples: NamedExample[] = first === undefined ? [] : [{ name: 'default', value: first }];
  for (const [name, { value }] of content.examples) if (value !== undefined) examples.push({ name, value });
  return examples;
});

/** References in a row that are followed; a longer chain is a circle. */
const longestChain = 20;

function schemaExample(contract: Contract, schema: Schema | undefined, steps = 0): Json | undefined {
  if (!isObject(schema)) return undefined;
  const listed = Array.isArray(schema.examples) ? schema.examples[0] : undefined;
  const own = schema.example === undefined ? listed : schema.example;
  if (own !== undefined || typeof schema.$ref !== 'string' || steps > longestChain) return own;
  return schemaExample(contract, contract.schemaAt(schema.$ref), steps + 1);
}
