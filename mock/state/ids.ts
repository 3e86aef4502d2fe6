import { isObject, type Json } from '../../src/contract/json.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';
import { flatten, isSchema } from '../generation/flatten.ts';
import { hash, uuidFor } from '../generation/random.ts';
import { typeOf } from '../generation/static/sample.ts';
import { propertiesOf } from './shapes.ts';
import type { Collection } from './store.ts';

/**
 * A new id for a collection, of the type its schema says: the next number, a UUID, or a text like the ones there are.
 * Repeatable: it depends on the collection's name and on what is in it.
 */
export function newId(
  contract: Contract,
  schema: Schema,
  idName: string,
  key: string,
  { things, removed, highest }: Collection,
): Json {
  const property = propertiesOf(contract, schema)[idName];
  const flat = isSchema(property) ? flatten(contract, property).schema : {};
  const type = typeOf(flat);
  if (type === 'integer' || type === 'number') return nextNumber(highest, flat.minimum);
  const taken = (id: string) => things.has(id) || removed.has(id);
  for (let turn = things.size + removed.size + 1; ; turn++) {
    const id = isUuid(flat.format) ? uuidFor(`${key} ${turn}`) : text(flat, key, turn);
    if (!taken(id)) return id;
  }
}

function nextNumber(highest: number, minimum: unknown): number {
  const least = typeof minimum === 'number' ? Math.ceil(minimum) : 1;
  return Math.max(least, Math.floor(highest) + 1);
}

function isUuid(format: unknown): boolean {
  return format === 'uuid' || format === 'guid';
}

/** `a01` → `a02`; without a pattern to follow, sixteen letters and digits. */
function text(schema: unknown, key: string, turn: number): string {
  const example = isObject(schema)
    ? (schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined))
    : undefined;
  const [, before, digits] = typeof example === 'string' ? (/^(.*?)(\d+)$/.exec(example) ?? []) : [];
  if (before !== undefined && digits !== undefined && digits.length <= 9) {
    return before + String(Number(digits) + turn - 1).padStart(digits.length, '0');
  }
  return (
    hash(`${key} ${turn}`).toString(36).padStart(8, '0') +
    hash(`${turn} ${key}`).toString(36).padStart(8, '0')
  );
}
