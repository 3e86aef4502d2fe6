import type { Insertable } from 'kysely';
import type { Db } from '../database/prepared.ts';
import type { OutboxRow } from '../database/tables.ts';

export async function insertMessage(db: Db, row: Insertable<OutboxRow>): Promise<void> {
  await db.insertInto('outbox').values(row).execute();
}
