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
 * The static sample of a schema, made good where it would not be valid: what cannot be guessed is drawn, later alternatives
 * of its choices are tried, and where the whole still breaks the schema a drawn value takes its place.
 */
export async function validSample(
  contract: Contract,
  schema: Schema,
  { seed, items }: Wanted,
): Promise<Made> {
  const { made: plain, alternatives } = await sampled(contract, schema, { seed, items }, 0);
  if (plain.value === undefined || isValid(contract, schema, plain.value)) return plain;
  for (let alternative = 1; alternative < Math.min(alternatives, mostAlternatives); alternative++) {
    const { made: other } = await sampled(contract, schema, { seed, items }, alternative);
    if (other.value !== undefined && isValid(contract, schema, other.value)) return other;
  }
  const drawn = await randomSample(contract, schema, seed);
  return isValid(contract, schema, drawn)
    ? {
        value: drawn,
        source: 'dynamic',
        why: 'drawn at random, as the plain sample of the schema is not valid',
      }
    : plain;
}

/** So many alternatives are tried. */
const mostAlternatives = 5;

/** One static sample, and how many alternatives its schema has. */
async function sampled(
  contract: Contract,
  schema: Schema,
  { seed, items }: Wanted,
  alternative: number,
): Promise<{ readonly made: Made; readonly alternatives: number }> {
  const sample = staticSample(contract, schema, { items, alternative });
  for (const hole of sample.holes) hole.fill(await randomSample(contract, hole.schema, seed));
  const { value, alternatives } = sample;
  return { made: { value, source: 'schema', why: 'sampled from the schema' }, alternatives };
}

export function isValid(contract: Contract, schema: Schema, value: Json): boolean {
  return validateValue(contract, schema, value, { direction: 'response', firstOnly: true }).length === 0;
}
