import { randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { hash } from '@node-rs/argon2';
import { openDatabase } from '../../src/server/database/database.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { addMerchants } from '../../src/server/payments/store.ts';

export const MID = '100000000000001';
export const PASSWORD = 'correct horse battery staple';

/** Creates the schema with the merchant that the payments of the benches go to. */
export async function prepareSqlite(file: string): Promise<void> {
  const database = openDatabase({ kind: 'sqlite', file });
  await migrate(database);
  await addMerchants(database.db, [{ mid: MID, name: 'Bench' }]);
  await database.close();
}

/** Random ids, as the server draws them: neighbours in time are no neighbours in an index. */
const ids = `create temp table fresh as
  with recursive counter(n) as (select 1 union all select n + 1 from counter where n < ?)
  select n, lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
    || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))) as id from counter`;

/** Written in the order of their keys: building an index so is several times faster. */
const rows = [
  `insert into accounts (id, password_hash, user_role, created_at)
   select id, ?, 'Not_Verifyed', '2026-01-01T00:00:00.000Z' from fresh order by id`,
  `insert into identities (value, account_id)
   select 'user-' || n, id from fresh union all
   select 'user-' || n || '@example.com', id from fresh union all
   select '+7916' || printf('%07d', n), id from fresh`,
  `insert into contacts (id, account_id, type, value)
   select substr(id, 1, 35) || last, id, type, replace(replace(value, '?', n), '#', printf('%07d', n))
   from fresh, (select 'a' as last, 'second_login' as type, 'user-?' as value
     union all select 'b', 'email', 'user-?@example.com' union all select 'c', 'phone', '+7916#') order by 1`,
  'insert into account_groups (account_id, group_id) select id, 1 from fresh order by id',
];

/** Adds `count` accounts `user-1` … in one transaction, all with the same password; returns `sample` of their ids. */
export async function addAccounts(file: string, count: number, sample: number): Promise<string[]> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2 });
  // The rows fit together by construction; eight million look-ups to prove it would take half of the time.
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.exec('PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF; PRAGMA cache_size = -500000; begin');
  database.prepare(ids).run(count);
  rows.forEach((sql, index) => {
    if (index === 0) database.prepare(sql).run(passwordHash);
    else database.exec(sql);
  });
  database.exec('commit');
  const picked = database.prepare('select id from fresh order by random() limit ?').all(sample);
  database.close();
  return picked.map(({ id }) => String(id));
}

/** A payment nobody has reported yet, as the body of the webhook. */
export function freshPayment(): string {
  const payment = {
    Id: randomUUID(),
    MID,
    Amount: 1250.5,
    PaidAt: '2026-02-03T13:15:30+03:00',
    Description: 'Билет',
  };
  return JSON.stringify(payment);
}

export function drawSecret(): string {
  return randomBytes(32).toString('base64');
}
