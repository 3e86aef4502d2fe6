import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/service.ts';
import { after, type Call } from '../call.ts';
import type { Limits } from '../limits/limit.ts';
import { count, limited, suspectsOf } from '../limits/limiter.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { type Address, addressOf, recipientAt } from './address.ts';
import { drawCode, type HashCode } from './code.ts';
import { type Purpose, wordCode } from './messages.ts';
import { LIFETIME, RESEND, TRIES } from './rules.ts';
import { findSentAt, markVerified, replaceCode, tryCode } from './store.ts';

/** How a request for a code ended. Seconds. */
export type Requested =
  | { readonly kind: 'sent'; readonly timeout: number }
  | { readonly kind: 'already-sent'; readonly retryAfter: number }
  /** No account has this e-mail or phone. */
  | { readonly kind: 'unknown' };

export type Entered =
  | { readonly kind: 'right'; readonly account: Account }
  /** Wrong, used, dead or too old. */
  | { readonly kind: 'invalid' }
  | { readonly kind: 'unknown' };

/** Codes that prove an e-mail or a phone: six digits, one alive for each account and channel. */
export interface Codes {
  /** Sends a code to the account with this e-mail or phone; with `only`, to no other account. Throws TooManyRequests. */
  request(call: Call, login: string, purpose: Purpose, only?: Account): Promise<Requested>;
  /** Takes the code that was sent to this e-mail or phone; it works once. Throws TooManyRequests. */
  enter(call: Call, login: string, code: string): Promise<Entered>;
}

export function createCodes(accounts: Accounts, outbox: Outbox, hash: HashCode, limits: Limits): Codes {
  const findAccount = async (call: Call, address: Address): Promise<Account | undefined> => {
    const id = await accounts.findId(call, address.identity);
    const account = id === undefined ? undefined : await accounts.get(call, id);
    return account && recipientAt(account, address) !== undefined ? account : undefined;
  };
  return {
    async request(call, login, purpose, only) {
      const address = addressOf(login);
      // By the caller where there is one, who could shut out the owner of an address otherwise.
      const counted = { key: `code-request:${only?.id ?? address.identity}`, limit: limits.account };
      const outcome = await limited(call, suspectsOf(call, counted, limits), async () => {
        const account = only ?? (await findAccount(call, address));
        const to = account && recipientAt(account, address);
        if (!account || !to) return undefined;
        return send(call, { outbox, hash, limit: limits.sent }, { account, address, to, purpose });
      });
      return outcome ?? { kind: 'unknown' };
    },
    async enter(call, login, code) {
      const address = addressOf(login);
      const account = await findAccount(call, address);
      const counted = { key: `code:${account?.id ?? address.identity}`, limit: limits.codes };
      const right = await limited(call, suspectsOf(call, counted, limits), async () =>
        account && (await use(call, account.id, address, hash(account.id, address.identity, code)))
          ? account
          : undefined,
      );
      if (right) return { kind: 'right', account: right };
      return { kind: account ? 'invalid' : 'unknown' };
    },
  };
}

interface Dispatch {
  readonly account: Account;
  readonly address: Address;
  readonly to: string;
  readonly purpose: Purpose;
}

interface Sending {
  readonly outbox: Outbox;
  readonly hash: HashCode;
  readonly limit: Limits['sent'];
}

/** The code and its message are written together: neither is ever there without the other. Throws TooManyRequests. */
async function send(
  call: Call,
  { outbox, hash, limit }: Sending,
  { account, address: { channel, identity }, to, purpose }: Dispatch,
): Promise<Requested> {
  const code = drawCode();
  const row = {
    account_id: account.id,
    channel,
    hash: hash(account.id, identity, code),
    tries: 0,
    sent_at: call.now.toISOString(),
    expires_at: after(call.now, LIFETIME),
  };
  const sent = await call.database.transaction(async (db) => {
    if (!(await replaceCode(db, row, after(call.now, -RESEND)))) return false;
    await count(call, db, { key: `sent:${call.address}`, limit });
    const { subject, text } = wordCode(purpose, code);
    const message = { channel, to, subject: channel === 'mail' ? subject : '', text, code };
    await outbox.post(call, db, { ...message, expiresAt: row.expires_at });
    return true;
  });
  if (!sent) return { kind: 'already-sent', retryAfter: await secondsToWait(call, account.id, channel) };
  call.log.info('code sent', { accountId: account.id, channel, purpose });
  return { kind: 'sent', timeout: RESEND };
}

async function secondsToWait(call: Call, accountId: string, channel: Address['channel']): Promise<number> {
  const sentAt = await findSentAt(call.database.db, { accountId, channel });
  const passed = sentAt === undefined ? 0 : (call.now.getTime() - Date.parse(sentAt)) / 1000;
  return Math.max(1, Math.ceil(RESEND - passed));
}

/** A right code proves its e-mail or phone, whatever it was asked for. */
function use(call: Call, accountId: string, { channel, contact }: Address, hash: string): Promise<boolean> {
  const now = call.now.toISOString();
  return call.database.transaction(async (db) => {
    const right = await tryCode(db, { accountId, channel }, { hash, now, tries: TRIES });
    if (right) await markVerified(db, accountId, contact, now);
    return right;
  });
}
