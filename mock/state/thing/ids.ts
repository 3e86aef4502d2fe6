import { isObject, type JsonObject } from '../../../src/contract/json.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import { flatten } from '../../generation/flatten.ts';
import { hash, uuidFor } from '../../generation/random.ts';
import { randomSample } from '../../generation/random-sample.ts';
import { typeOf } from '../../generation/static/sample.ts';
import { isValid } from '../../generation/valid-value.ts';
import { type Place, propertiesOf } from '../documented/shapes.ts';
import type { Matter } from '../matter.ts';
import type { Collection } from '../store.ts';

/**
 * A new id for a collection, as its schema wants it: the next number, a UUID, a text like the ones there are, or one that keeps its
 * pattern. Repeatable: it depends on the collection's name and on what is in it. Undefined where every id is taken.
 */
export async function newId(
  { checked, key }: Matter,
  { schema, idName }: Place,
  { things, removed, highest }: Collection,
): Promise<string | number | undefined> {
  const { contract } = checked.routed.site;
  const property = propertiesOf(contract, schema)[idName];
  const own = isSchema(property) ? property : true;
  const flat = flatten(contract, own).schema;
  const type = typeOf(flat);
  if (type === 'integer' || type === 'number') return nextNumber(highest, flat);
  const isFree = (id: string) => !things.has(id) && !removed.has(id) && isValid(contract, own, id);
  const first = things.size + removed.size + 1;
  for (let turn = first; turn < first + mostTurns; turn++) {
    const id = isUuid(flat.format) ? uuidFor(`${key} ${turn}`) : text(flat, key, turn);
    if (isFree(id)) return id;
    const drawn = await randomSample(contract, own, hash(`${key} ${turn}`));
    if (typeof drawn === 'string' && isFree(drawn)) return drawn;
  }
  return undefined;
}

/** Many more than are ever in the way, where there are free ones. */
const mostTurns = 100;

function nextNumber(highest: number, { minimum, multipleOf }: JsonObject): number {
  const least = typeof minimum === 'number' ? Math.ceil(minimum) : 1;
  const next = Math.max(least, Math.floor(highest) + 1);
  return typeof multipleOf === 'number' ? Math.ceil(next / multipleOf) * multipleOf : next;
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
