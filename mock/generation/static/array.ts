import { isObject, type Json, type JsonObject } from '../../../src/contract/json.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import { uuidFor } from '../random.ts';
import type { Sampling, Spot } from './sampling.ts';

/** An array with as many items as were asked for, else as many as the schema insists on, and at least one. */
export function sampleArray(run: Sampling, schema: JsonObject, spot: Spot): Json[] {
  const tuple = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  const rest = isSchema(schema.items) ? schema.items : schema.contains;
  const values: Json[] = [];
  const take = (item: Json | undefined) => {
    if (!isSchema(item)) return;
    const at = values.length;
    const fill = (value: Json) => {
      values[at] = value;
    };
    const value = run.visit(run, item, { ...spot, name: '', fill });
    // Nothing: the schema contains itself, and the sample ends here.
    if (value !== undefined || tuple.length > at) values.push(value ?? null);
  };
  for (const item of tuple) take(item);
  const wanted = rest === undefined || rest === false ? 0 : lengthOf(schema, run.items);
  for (let left = wanted - values.length; left > 0; left--) take(rest);
  return wanted > 1 ? apart(values, schema.uniqueItems === true) : values;
}

function lengthOf(schema: JsonObject, asked: number | undefined): number {
  const least = Math.max(
    count(schema.minItems) ?? 0,
    schema.items === undefined ? (count(schema.minContains) ?? 1) : 0,
  );
  const most = count(schema.maxItems) ?? Number.POSITIVE_INFINITY;
  return Math.min(most, Math.max(least, asked ?? 1));
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Samples of one schema are all alike: their ids, or they themselves where they have to differ, are told apart. */
function apart(values: Json[], unique: boolean): Json[] {
  return values.map((value, at) => {
    if (at === 0) return value;
    if (isObject(value) && 'id' in value) return { ...value, id: another(value.id, at) };
    return unique ? another(value, at) : value;
  });
}

/** A value like the given one that differs for every position. */
function another(value: Json | undefined, at: number): Json {
  if (typeof value === 'number') return value + at;
  if (typeof value !== 'string') return value ?? null;
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? uuidFor(`${value}#${at}`)
    : `${value}${at}`;
}
