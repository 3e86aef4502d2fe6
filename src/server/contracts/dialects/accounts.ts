import { AccountNotFound, AlreadyExists, GroupNotFound } from '../../accounts/errors.ts';
import { createFastApiDialect } from './fastapi/dialect.ts';

/** How auth and users word what can go wrong with accounts. */
export const accountsDialect = createFastApiDialect([
  [AlreadyExists, 400, 'already exists'],
  [GroupNotFound, 400, 'group not found'],
  [AccountNotFound, 404, 'User not found'],
]);
