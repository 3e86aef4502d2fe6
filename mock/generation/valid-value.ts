import type { Json } from '../../src/contract/json.ts';
import type { Contract, Schema, Violation } from '../../src/contract/types.ts';
import { validateValue } from '../../src/contract/validate-value.ts';
import { graft } from './graft.ts';
import { randomSample } from './random-sample.ts';
import { staticSample } from './static/sample.ts';

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
 * of its choices are tried, and where it still breaks the schema drawn values take the place: of the parts that break it, else
 * of the whole.
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
  return mended(contract, schema, plain.value, drawn) ?? plain;
}

/** Undefined where the drawn value is of no help. */
function mended(contract: Contract, schema: Schema, plain: Json, drawn: Json): Made | undefined {
  const isDrawnValid = isValid(contract, schema, drawn);
  const broken = brokenPaths(contract, schema, plain);
  if (broken.every(({ length }) => length > 0)) {
    const value = graft(plain, drawn, broken);
    const left = brokenPaths(contract, schema, value).length;
    const why = `sampled from the schema; drawn, as the sample is not valid there: ${named(broken)}`;
    if (left === 0 || (!isDrawnValid && left < broken.length)) return { value, source: 'schema', why };
  }
  const why = 'drawn at random, as the plain sample of the schema is not valid';
  return isDrawnValid ? { value: drawn, source: 'dynamic', why } : undefined;
}

function brokenPaths(contract: Contract, schema: Schema, value: Json): readonly Violation['path'][] {
  return validateValue(contract, schema, value, { direction: 'response' }).map(({ path, keyword, params }) =>
    keyword === 'required' && typeof params.missingProperty === 'string'
      ? [...path, params.missingProperty]
      : path,
  );
}

/** The first three of the paths. */
function named(paths: readonly Violation['path'][]): string {
  const names = [...new Set(paths.map((path) => path.join('.')))];
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ');
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
