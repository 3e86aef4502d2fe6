import { randomUUID } from 'node:crypto';
import type { Account, Holder } from '../accounts/account.ts';
import type { AccountReader } from '../accounts/reader.ts';
import { after, type Call } from '../call.ts';
import { digestToken, drawToken } from '../secret-token.ts';
import { issueAccessKey, readAccessKey } from './access-keys.ts';
import type { AccessTokens, Claims } from './access-tokens.ts';
import { InvalidRefreshToken, InvalidToken, NotAuthenticated } from './errors.ts';
import {
  deleteSessionsOf,
  endSessionOfUsedToken,
  exchangeRefreshToken,
  insertSession,
  revokeToken,
} from './store.ts';

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Whose request it is, and by which token. */
export interface Caller {
  readonly account: Account;
  readonly token: Claims;
}

/** Seconds. */
export interface Lifetimes {
  readonly access: number;
  readonly refresh: number;
}

export const defaultLifetimes: Lifetimes = { access: 15 * 60, refresh: 30 * 24 * 60 * 60 };

export interface Sessions {
  /** A new session with its first tokens; the access token is good for `lifetime` seconds. */
  open(call: Call, holder: Holder, lifetime?: number): Promise<TokenPair>;
  /** An access token alone, good for `lifetime` seconds. */
  issueAccess(call: Call, holder: Holder, lifetime?: number): Promise<string>;
  /** The same, a random UUID. */
  issueAccessKey(call: Call, holder: Holder, lifetime: number): Promise<string>;
  /** Exchanges a refresh token; it works once. Throws InvalidRefreshToken. */
  refresh(call: Call, refreshToken: string): Promise<TokenPair>;
  /** Reads an Authorization header. Throws NotAuthenticated, InvalidToken. */
  authenticate(call: Call, authorization: string | undefined): Promise<Caller>;
  /** Blocks the caller's token and ends all sessions of the account. Throws InvalidToken when it was blocked already. */
  logout(call: Call, caller: Caller): Promise<void>;
}

export function createSessions(reader: AccountReader, tokens: AccessTokens, lifetimes: Lifetimes): Sessions {
  return {
    async open(call, holder, lifetime = lifetimes.access) {
      const refreshToken = drawToken();
      await insertSession(call.database.db, {
        id: randomUUID(),
        account_id: holder.id,
        password_version: holder.passwordVersion,
        created_at: call.now.toISOString(),
        ...stored(call, refreshToken, lifetimes),
      });
      return { accessToken: await tokens.issue(holder, call.now, lifetime), refreshToken };
    },
    issueAccess: (call, holder, lifetime = lifetimes.access) => tokens.issue(holder, call.now, lifetime),
    issueAccessKey,
    async refresh(call, refreshToken) {
      const next = drawToken();
      const holder = await exchange(call, digestToken(refreshToken), stored(call, next, lifetimes));
      return { accessToken: await tokens.issue(holder, call.now, lifetimes.access), refreshToken: next };
    },
    async authenticate(call, authorization) {
      const text = bearerToken(authorization);
      const token = (await tokens.read(text, call.now)) ?? (await readAccessKey(call, text));
      if (!token) throw new InvalidToken();
      const found = await reader.byToken(call.database.db, token);
      if (!found || found.ended || !found.account.isActive) throw new InvalidToken();
      return { account: found.account, token };
    },
    async logout(call, { account, token }) {
      await call.database.transaction(async (db) => {
        const first = await revokeToken(db, token.jti, new Date(token.expires * 1000).toISOString());
        if (!first) throw new InvalidToken();
        await deleteSessionsOf(db, account.id);
      });
      call.log.info('logged out', { accountId: account.id });
    },
  };
}

/**
 * A used token that comes again was stolen, or its owner's was: the session ends for both (RFC 9700, section 4.14.2).
 * That is a commit of its own: the refusal must not roll it back.
 */
async function exchange(call: Call, used: string, next: ReturnType<typeof stored>): Promise<Holder> {
  const { database, log } = call;
  const session = await database.transaction((db) =>
    exchangeRefreshToken(db, call.now.toISOString(), used, next),
  );
  if (session) return { id: session.account_id, passwordVersion: session.password_version };
  if (await endSessionOfUsedToken(database.db, used))
    log.warn('used refresh token sent again, session ended');
  throw new InvalidRefreshToken();
}

function stored(
  call: Call,
  refreshToken: string,
  { refresh }: Lifetimes,
): { refresh_hash: string; expires_at: string } {
  return { refresh_hash: digestToken(refreshToken), expires_at: after(call.now, refresh) };
}

function bearerToken(authorization: string | undefined): string {
  const token = authorization?.replace(/^bearer(?= |$)/i, '').trim();
  if (!token) throw new NotAuthenticated();
  return token;
}
