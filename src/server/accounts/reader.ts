import { sql } from 'kysely';
import type { Engine } from '../database/engine.ts';
import { type Db, prepare } from '../database/prepared.ts';
import type { Account } from './account.ts';

/** Reads whole accounts, each in one query: most requests begin with this. */
export interface AccountReader {
  byId(db: Db, id: string): Promise<Account | undefined>;
  /** The same, and whether the access token with this `jti` has been blocked. */
  byToken(db: Db, id: string, jti: string): Promise<{ account: Account; revoked: boolean } | undefined>;
}

/** Groups and contacts are gathered by the engine's own JSON functions, hence a reader for each engine. */
export function createAccountReader(engine: Engine): AccountReader {
  const byId = prepare((db, value) =>
    selectAccount(engine, db).where('accounts.id', '=', value<string>('id')),
  );
  const byToken = prepare((db, value) =>
    selectAccount(engine, db)
      .select((account) =>
        account
          .selectFrom('revoked_tokens')
          .select('jti')
          .where('jti', '=', value<string>('jti'))
          .as('revoked_jti'),
      )
      .where('accounts.id', '=', value<string>('id')),
  );
  return {
    async byId(db, id) {
      const [row] = await byId(db, { id });
      return row && toAccount(row);
    },
    async byToken(db, id, jti) {
      const [row] = await byToken(db, { id, jti });
      return row && { account: toAccount(row), revoked: row.revoked_jti !== null };
    },
  };
}

function selectAccount(engine: Engine, db: Db) {
  return db
    .selectFrom('accounts')
    .selectAll('accounts')
    .select((account) => [
      engine
        .jsonArray(
          account
            .selectFrom('account_groups')
            .innerJoin('groups', 'groups.id', 'account_groups.group_id')
            .select(['groups.id', 'groups.name'])
            .whereRef('account_groups.account_id', '=', 'accounts.id')
            .orderBy('groups.id'),
        )
        .as('groups'),
      engine
        .jsonArray(
          account
            .selectFrom('contacts')
            .select(['contacts.id', 'contacts.type', 'contacts.value'])
            .whereRef('contacts.account_id', '=', 'accounts.id')
            .orderBy(sql`case contacts.type when 'second_login' then 1 when 'email' then 2 else 3 end`),
        )
        .as('contacts'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAccount>['executeTakeFirstOrThrow']>>;

function toAccount(row: Row): Account {
  return {
    id: row.id,
    name: row.name,
    surname: row.surname,
    patronymic: row.patronymic,
    birthday: row.birthday,
    role: row.role,
    userType: row.user_type,
    userRole: row.user_role,
    profile: row.profile === null ? null : JSON.parse(row.profile),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    isActive: row.deactivated_at === null,
    groups: JSON.parse(row.groups),
    contacts: JSON.parse(row.contacts),
  };
}
