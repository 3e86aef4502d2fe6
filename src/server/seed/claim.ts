import type { Db } from '../database/prepared.ts';

/**
 * True for the one transaction that is to write this seed; ever after, and to processes that start at the same time, false.
 * So what people change or delete is not seeded again.
 */
export async function claimSeed(db: Db, name: string, now: string): Promise<boolean> {
  const rows = await db
    .insertInto('settings')
    .values({ key: `seeded ${name}`, value: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute();
  return rows.length > 0;
}
