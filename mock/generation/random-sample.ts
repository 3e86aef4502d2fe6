import type { Json } from '../../src/contract/json.ts';
import type { Taste } from '../../src/contract/sample/making.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';

/** Draws a value that fits a schema, the same one for the same seed. The generator is heavy: it is loaded when first needed. */
export async function randomSample(
  contract: Contract,
  schema: Schema,
  seed: number,
  taste: Taste = all,
): Promise<Json> {
  const { sample } = await import('../../src/contract/sample.ts');
  return sample(contract, schema, { seed, direction: 'response', taste });
}

/** Optional properties are what a frontend developer wants to see. */
const all: Taste = { optionals: 1 };
