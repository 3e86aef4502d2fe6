import type { components } from '../../types/users-v1.ts';
import type { NewAccount } from '../accounts/account.ts';
import { PasswordRequired } from '../accounts/errors.ts';

/** The account that auth and users both create. Throws PasswordRequired: the documents ask for 400 there, not 422. */
export function newAccountFrom(user: components['schemas']['NewUser']): NewAccount {
  if (user.password === undefined) throw new PasswordRequired();
  const { second_login, email, phone, password, group_names } = user;
  return { contacts: { second_login, email, phone }, password, groups: group_names };
}
