import { type DatabaseOptions, openDatabase } from '../../src/server/database/database.ts';

/** Ids of all payments that are in the database. */
async function storedPayments(options: DatabaseOptions): Promise<Set<string>> {
  const database = openDatabase(options);
  try {
    const rows = await database.db.selectFrom('payments').select('id').execute();
    return new Set(rows.map(({ id }) => id));
  } finally {
    await database.close();
  }
}

/** Those of `acknowledged` that the database does not have. */
export async function lostPayments(
  options: DatabaseOptions,
  acknowledged: readonly string[],
): Promise<string[]> {
  const stored = await storedPayments(options);
  return acknowledged.filter((id) => !stored.has(id));
}
