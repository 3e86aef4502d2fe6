import { type Db, prepare } from '../database/prepared.ts';
import type { AttemptRow } from '../database/tables.ts';
import type { Counted } from './limit.ts';

const findAttempts = prepare((db, value) =>
  db
    .selectFrom('attempts')
    .select(['key', 'tries', 'window_ends_at'])
    .where((row) => row.or([row('key', '=', value<string>('one')), row('key', '=', value<string>('other'))])),
);

/** The counts under two keys whose window has not ended. */
export async function currentAttempts(
  db: Db,
  now: string,
  one: string,
  other: string,
): Promise<AttemptRow[]> {
  const rows = await findAttempts(db, { one, other });
  return rows.filter((row) => row.window_ends_at > now);
}

/** Counts one more try, in a new window where the old one has ended. One statement: parallel tries all count. */
export async function countAttempt(
  db: Db,
  now: string,
  windowEndsAt: string,
  { key, limit }: Counted,
): Promise<AttemptRow> {
  const row = { key, tries: 1, window_ends_at: windowEndsAt };
  return db
    .insertInto('attempts')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((old) => {
        const ended = old('attempts.window_ends_at', '<=', now);
        return {
          tries: old
            .case()
            .when(ended)
            .then(1)
            .else(old('attempts.tries', '+', 1))
            .end(),
          window_ends_at:
            limit.from === 'latest'
              ? windowEndsAt
              : old.case().when(ended).then(windowEndsAt).else(old.ref('attempts.window_ends_at')).end(),
        };
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom('attempts').where('key', '=', key).execute();
}

export async function forgetEndedAttempts(db: Db, now: string): Promise<void> {
  await db.deleteFrom('attempts').where('window_ends_at', '<=', now).execute();
}
