import { type Account, contactOf } from '../accounts/account.ts';
import { normaliseIdentity } from '../accounts/identity.ts';
import type { Channel, ContactType } from '../database/tables.ts';

/** Where a code goes. */
export interface Address {
  readonly channel: Channel;
  readonly contact: ContactType;
  /** The e-mail or phone in its normal form. */
  readonly identity: string;
}

/** Reads an e-mail or a phone in any spelling. */
export function addressOf(login: string): Address {
  const identity = normaliseIdentity(login);
  return identity.includes('@')
    ? { channel: 'mail', contact: 'email', identity }
    : { channel: 'sms', contact: 'phone', identity };
}

/**
 * The account's own e-mail or phone at this address, as it is written on a message; undefined when it has another. A login
 * that only looks like an e-mail or a phone is none: its owner is not who would get the code.
 */
export function recipientAt(account: Account, { channel, contact, identity }: Address): string | undefined {
  const value = contactOf(account, contact);
  if (value === undefined || normaliseIdentity(value) !== identity) return undefined;
  return channel === 'sms' ? identity : value;
}
