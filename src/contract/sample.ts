import type { Json } from './json.ts';
import { make } from './sample/make.ts';
import type { Making, Taste } from './sample/making.ts';
import { plainPattern } from './sample/plain-pattern.ts';
import { createRandom, type Random } from './sample/random.ts';
import { compileSchema } from './schema/compile.ts';
import { entryScope } from './schema/references.ts';
import type { Contract, Schema } from './types.ts';

export interface SampleOptions {
  /** The same seed gives the same value. */
  readonly seed: number;
  /** `request`: without `readOnly` properties. `response`: without `writeOnly` ones. */
  readonly direction: 'request' | 'response';
  readonly taste?: Taste;
}

const tries = 30;

/**
 * Draws a value that a schema of the contract accepts: most optional properties, none that is not declared, short lists,
 * recursion that ends. Drawn again, and in the end as small as possible, until the validator agrees. A schema that nothing
 * satisfies, or that hides what does behind `not`, gets the first value drawn, the fullest.
 */
export async function sample(contract: Contract, schema: Schema, options: SampleOptions): Promise<Json> {
  const textFor = await patternText();
  const check = compileSchema(contract, schema, { direction: options.direction, firstOnly: true });
  let first: Json | undefined;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const making = start(contract, options, attempt, textFor);
    const value = make([{ schema, scope: entryScope(schema) }], making);
    if (check(value, '').length === 0) return value;
    first ??= value;
  }
  return given(schema).find((candidate) => check(candidate, '').length === 0) ?? first ?? null;
}

function start(
  contract: Contract,
  { seed, direction, taste = {} }: SampleOptions,
  attempt: number,
  textFor: Making['textFor'],
): Making {
  const random = createRandom(seed + attempt * 7919);
  const minimal = attempt >= tries / 2;
  return {
    contract,
    direction,
    random,
    taste: minimal ? {} : taste,
    minimal,
    depth: 0,
    within: new Set(),
    textFor,
    make,
  };
}

/** Values the schema itself offers. */
function given(schema: Schema): Json[] {
  if (typeof schema === 'boolean') return [];
  const examples = Array.isArray(schema.examples) ? schema.examples : [];
  return [...examples, ...(schema.default === undefined ? [] : [schema.default])];
}

/** json-schema-faker turns patterns into text; it is loaded with the first sample. */
async function patternText(): Promise<Making['textFor']> {
  const { generateSync } = await import('json-schema-faker');
  return (pattern: string, random: Random) => {
    try {
      const text = generateSync(
        { type: 'string', pattern: plainPattern(pattern) },
        { seed: random.integer(0, 2 ** 31) },
      );
      return typeof text === 'string' ? text : '';
    } catch {
      return '';
    }
  };
}
