import type { Holder, NewAccount } from '../accounts/account.ts';
import type { Accounts } from '../accounts/service.ts';
import { after, type Call } from '../call.ts';
import type { LinkTo } from '../links.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { digestToken, drawToken } from '../secret-token.ts';
import { LinkNotValid } from './errors.ts';
import { confirmationMail } from './mail.ts';
import { insertConfirmation, isConfirmation, useConfirmation } from './store.ts';

/** Accounts that become active by a link in a mail. */
export interface Confirmations {
  /** Creates an inactive account and mails the link; within a day, or everything is gone again. Throws AlreadyExists. */
  register(call: Call, account: NewAccount, email: string): Promise<void>;
  /** Looks whether a link would work, and leaves it as it is. Throws LinkNotValid. */
  check(call: Call, token: string): Promise<void>;
  /** Makes the account of the link active and returns whose it is. A link works once. Throws LinkNotValid. */
  confirm(call: Call, token: string): Promise<Holder>;
}

const DAY = 24 * 60 * 60;

export function createConfirmations(accounts: Accounts, outbox: Outbox, linkTo: LinkTo): Confirmations {
  return {
    async register(call, account, email) {
      const token = drawToken();
      const link = await linkTo('event-messenger', `/user/confirm/${token}`);
      const expiresAt = after(call.now, DAY);
      await accounts.register(call, { ...account, isActive: false }, async (db, accountId) => {
        const token_hash = digestToken(token);
        await insertConfirmation(db, { account_id: accountId, token_hash, expires_at: expiresAt });
        await outbox.post(call, db, confirmationMail(email, link, expiresAt));
      });
    },
    async check({ database, now }, token) {
      if (!(await isConfirmation(database.db, digestToken(token), now.toISOString())))
        throw new LinkNotValid();
    },
    async confirm(call, token) {
      const holder = await call.database.transaction((db) =>
        useConfirmation(db, digestToken(token), call.now.toISOString()),
      );
      if (!holder) throw new LinkNotValid();
      call.log.info('account confirmed', { accountId: holder.id });
      return holder;
    },
  };
}
