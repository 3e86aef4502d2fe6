import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject } from '../contract/json.ts';
import type { Database } from './database/database.ts';
import type { MerchantRow } from './database/tables.ts';
import { addMerchants } from './payments/store.ts';
import { StartError } from './start-error.ts';

/** Puts the known merchants of `{directory}/merchants.json` (`[{mid, name}]`) into the database; those there stay. */
export async function seed(database: Database, directory: string): Promise<void> {
  const file = join(directory, 'merchants.json');
  await addMerchants(
    database.db,
    (await readList(file)).map((value) => toMerchant(value, file)),
  );
}

async function readList(file: string): Promise<readonly unknown[]> {
  const value = await readJson(file);
  if (!Array.isArray(value)) throw new StartError('bad-seed', `${file}: a list is expected`);
  return value;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new StartError('bad-seed', `${file}: cannot be read as JSON`, { cause });
  }
}

function toMerchant(value: unknown, file: string): MerchantRow {
  if (isObject(value) && typeof value.mid === 'string' && typeof value.name === 'string') {
    return { mid: value.mid, name: value.name };
  }
  throw new StartError('bad-seed', `${file}: every merchant needs "mid" and "name", both text`);
}
