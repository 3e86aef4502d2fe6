import { randomUUID } from 'node:crypto';
import type { Holder } from '../accounts/account.ts';
import { after, type Call } from '../call.ts';
import { digestToken } from '../secret-token.ts';
import { isUuid } from '../uuid.ts';
import type { Claims } from './access-tokens.ts';
import { findAccessKey, insertAccessKey } from './store.ts';

/** A new access token that is a random UUID, good for `lifetime` seconds. */
export async function issueAccessKey(call: Call, holder: Holder, lifetime: number): Promise<string> {
  const key = randomUUID();
  await insertAccessKey(call.database.db, {
    hash: digestToken(key),
    jti: randomUUID(),
    account_id: holder.id,
    password_version: holder.passwordVersion,
    expires_at: after(call.now, lifetime),
  });
  return key;
}

/** What a UUID token stands for; undefined for anything else, and after its time. */
export async function readAccessKey(call: Call, token: string): Promise<Claims | undefined> {
  const key = token.toLowerCase();
  if (!isUuid(key)) return undefined;
  const row = await findAccessKey(call.database.db, digestToken(key), call.now.toISOString());
  return (
    row && {
      accountId: row.account_id,
      passwordVersion: row.password_version,
      jti: row.jti,
      expires: Date.parse(row.expires_at) / 1000,
    }
  );
}
