import { isObject } from '../../contract/json.ts';
import type { Database } from '../database/database.ts';
import type { MerchantRow } from '../database/tables.ts';
import { addMerchants } from '../payments/store.ts';

export const merchantNeeds = '"mid" and "name", both text';

export function toMerchant(value: unknown): MerchantRow | undefined {
  if (!isObject(value) || typeof value.mid !== 'string' || typeof value.name !== 'string') return undefined;
  return { mid: value.mid, name: value.name };
}

/** Merchants that are there already stay as they are. */
export function seedMerchants({ db }: Database, merchants: readonly MerchantRow[]): Promise<void> {
  return addMerchants(db, merchants);
}
