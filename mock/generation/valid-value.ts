import type { Json } from '../../src/contract/json.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';
import { validateValue } from '../../src/contract/validate-value.ts';
import { randomSample } from './random-sample.ts';
import { staticSample } from './static-sample.ts';

export interface Wanted {
  readonly seed: number;
  readonly items: number | undefined;
}

/** A value for a response body, and how it came about. */
export interface Made {
  readonly value: Json | undefined;
  readonly source: 'schema' | 'dynamic';
  readonly why: string;
}

/**
 * The static sample of a schema, made good where it would not be valid: what cannot be guessed is drawn, and where the
 * whole still breaks the schema a drawn value takes its place.
 */
export async function validSample(
  contract: Contract,
  schema: Schema,
  { seed, items }: Wanted,
): Promise<Made> {
  const sampled = staticSample(contract, schema, { items });
  for (const hole of sampled.holes) hole.fill(await randomSample(contract, hole.schema, seed));
  const plain: Made = { value: sampled.value, source: 'schema', why: 'sampled from the schema' };
  if (plain.value === undefined || isValid(contract, schema, plain.value)) return plain;
  const drawn = await randomSample(contract, schema, seed);
  return isValid(contract, schema, drawn)
    ? {
        value: drawn,
        source: 'dynamic',
        why: 'drawn at random, as the plain sample of the schema is not valid',
      }
    : plain;
}

export function isValid(contract: Contract, schema: Schema, value: Json): boolean {
  return validateValue(contract, schema, value, { direction: 'response', firstOnly: true }).length === 0;
}
