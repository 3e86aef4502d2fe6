import type { Engine } from '../database/engine.ts';
import { type Db, prepare } from '../database/prepared.ts';
import type { Claims } from '../sessions/access-tokens.ts';
import { type Account, type Contact, contactTypes, type Group } from './account.ts';

/** Reads whole accounts, each in one query: most requests begin with this. */
export interface AccountReader {
  byId(db: Db, id: string): Promise<Account | undefined>;
  /** The account of an access token, and whether a logout or a new password has ended that token. */
  byToken(db: Db, token: Claims): Promise<{ account: Account; ended: boolean } | undefined>;
}

/** Groups and contacts are gathered by the engine's own JSON functions, hence a reader for each engine. */
export function createAccountReader(engine: Engine): AccountReader {
  const byId = prepare((db, value) =>
    selectAccount(engine, db).where('accounts.id', '=', value<string>('id')),
  );
  const byToken = prepare((db, value) =>
    selectAccount(engine, db)
      .select('accounts.password_set_by')
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
    async byToken(db, { accountId: id, jti, passwordVersion }) {
      const [row] = await byToken(db, { id, jti });
      if (!row) return undefined;
      const outdated = row.password_version !== passwordVersion && row.password_set_by !== jti;
      return { account: toAccount(row), ended: outdated || row.revoked_jti !== null };
    },
  };
}

/** All but the password's hash, which only a comparison needs. */
const COLUMNS = [
  'accounts.id',
  'accounts.password_version',
  'accounts.name',
  'accounts.surname',
  'accounts.patronymic',
  'accounts.birthday',
  'accounts.user_type',
  'accounts.user_role',
  'accounts.profile',
  'accounts.created_at',
  'accounts.updated_at',
  'accounts.deactivated_at',
] as const;

/** Groups and contacts come in no order: sorting three rows is cheaper outside the database. */
function selectAccount(engine: Engine, db: Db) {
  return db
    .selectFrom('accounts')
    .select(COLUMNS)
    .select((account) => [
      engine
        .jsonArray(
          account
            .selectFrom('account_groups')
            .innerJoin('groups', 'groups.id', 'account_groups.group_id')
            .select(['groups.id', 'groups.name'])
            .whereRef('account_groups.account_id', '=', 'accounts.id'),
        )
        .as('groups'),
      engine
        .jsonArray(
          account
            .selectFrom('contacts')
            .select(['contacts.id', 'contacts.type', 'contacts.value'])
            .whereRef('contacts.account_id', '=', 'accounts.id'),
        )
        .as('contacts'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAccount>['executeTakeFirstOrThrow']>>;

function toAccount(row: Row): Account {
  return {
    id: row.id,
    passwordVersion: row.password_version,
    name: row.name,
    surname: row.surname,
    patronymic: row.patronymic,
    birthday: row.birthday,
    userType: row.user_type,
    userRole: row.user_role,
    profile: row.profile === null ? null : JSON.parse(row.profile),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    isActive: row.deactivated_at === null,
    groups: toGroups(row.groups),
    contacts: toContacts(row.contacts),
  };
}

function toGroups(json: string): Group[] {
  const groups: Group[] = JSON.parse(json);
  return groups.sort((one, other) => one.id - other.id);
}

function toContacts(json: string): Contact[] {
  const contacts: Contact[] = JSON.parse(json);
  return contacts.sort((one, other) => contactTypes.indexOf(one.type) - contactTypes.indexOf(other.type));
}
