import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';

const KEY = 'token-secret';
const BYTES = 32;

/**
 * The key for access tokens: `configured` (any text of 32 characters or more), else one that the first process draws and
 * keeps in the database, so that all processes on it accept each other's tokens.
 */
export async function loadSigningKey(
  database: Database,
  configured: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (configured !== undefined) return new TextEncoder().encode(configured);
  const { db } = database;
  const value = randomBytes(BYTES).toString('base64');
  await db
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const stored = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirstOrThrow();
  return new Uint8Array(Buffer.from(stored.value, 'base64'));
}
