import { type Db, prepare } from '../database/prepared.ts';
import type { MerchantRow, PaymentRow } from '../database/tables.ts';

const insert = prepare((db, value) =>
  db
    .insertInto('payments')
    .values({
      id: value<string>('id'),
      mid: value<string>('mid'),
      amount: value<string>('amount'),
      paid_at: value<string>('paid_at'),
      description: value<string | null>('description'),
      payload: value<string>('payload'),
      received_at: value<string>('received_at'),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id'),
);

/** False when the payment is there already. A MID that no merchant has is refused by the foreign key: the driver's error. */
export async function insertPayment(db: Db, row: PaymentRow): Promise<boolean> {
  const rows = await insert(db, { ...row });
  return rows.length > 0;
}

/** Adds merchants that are not there yet. */
export async function addMerchants(db: Db, merchants: readonly MerchantRow[]): Promise<void> {
  if (merchants.length === 0) return;
  await db
    .insertInto('merchants')
    .values(merchants)
    .onConflict((conflict) => conflict.column('mid').doNothing())
    .execute();
}
