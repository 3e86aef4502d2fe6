import type { JsonObject } from '../../contract/json.ts';
import type { ContactType } from '../database/tables.ts';

/** Whom a token is made out to. It is good as long as the account has the password it had then. */
export interface Holder {
  readonly id: string;
  /** Counts the passwords the account has had. */
  readonly passwordVersion: number;
}

/** An account with its groups and contacts. Moments are ISO 8601 in UTC. */
export interface Account extends Holder {
  readonly name: string | null;
  readonly surname: string | null;
  readonly patronymic: string | null;
  /** ISO 8601 date. */
  readonly birthday: string | null;
  readonly userType: string | null;
  readonly userRole: string;
  readonly profile: JsonObject | null;
  readonly createdAt: string;
  readonly updatedAt: string | null;
  readonly isActive: boolean;
  readonly groups: readonly Group[];
  readonly contacts: readonly Contact[];
}

export interface Group {
  readonly id: number;
  readonly name: string;
}

export interface Contact {
  readonly id: string;
  readonly type: ContactType;
  readonly value: string;
}

/** In the order they are told. */
export const contactTypes: readonly ContactType[] = ['second_login', 'email', 'phone'];

/** A login, e-mail and phone as their owner wrote them; any of them may be missing. */
export type ContactValues = { readonly [Type in ContactType]?: string | undefined };

/** What people are, apart from how to reach them. */
export interface Person {
  readonly name?: string | null | undefined;
  readonly surname?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly birthday?: string | null | undefined;
  readonly userType?: string | null | undefined;
}

export interface NewAccount extends Person {
  readonly contacts: ContactValues;
  readonly password: string;
  /** Names of groups to join. */
  readonly groups?: readonly string[] | undefined;
  /** True unless said. Nobody can log in to an account that is not active. */
  readonly isActive?: boolean | undefined;
}

/** Members that are absent stay as they are. */
export interface AccountChanges extends Person {
  readonly contacts?: ContactValues | undefined;
  readonly password?: string | undefined;
}

/** The account's login, e-mail or phone as its owner wrote it. */
export function contactOf(account: Account, type: ContactType): string | undefined {
  return account.contacts.find((contact) => contact.type === type)?.value;
}
