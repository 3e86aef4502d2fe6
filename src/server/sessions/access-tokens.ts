import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Holder } from '../accounts/account.ts';

/** What an access token says. */
export interface Claims {
  readonly accountId: string;
  /** Of the password it was issued under. */
  readonly passwordVersion: number;
  readonly jti: string;
  /** Unix time, seconds. */
  readonly expires: number;
}

/** Signs and reads access tokens: JWTs (RFC 7519), HS256. */
export interface AccessTokens {
  issue(holder: Holder, now: Date, lifetime: number): Promise<string>;
  /** Undefined for anything this server did not sign or that has expired. */
  read(token: string, now: Date): Promise<Claims | undefined>;
}

const ALGORITHM = 'HS256';
/** A claim of our own (RFC 7519, section 4.3). */
const PASSWORD_VERSION = 'pwv';
const REMEMBERED = 10_000;

/** `secret`: at least 32 bytes, the same in every process that shares the database. */
export async function createAccessTokens(secret: Uint8Array<ArrayBuffer>): Promise<AccessTokens> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign', 'verify']);
  const remembered = new Map<string, Claims>();
  return {
    issue: ({ id, passwordVersion }, now, lifetime) => {
      const issued = Math.floor(now.getTime() / 1000);
      return new SignJWT({ [PASSWORD_VERSION]: passwordVersion })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(id)
        .setJti(randomUUID())
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifetime)
        .sign(key);
    },
    async read(token, now) {
      const claims = remembered.get(token) ?? (await verify(token, key, now));
      if (!claims || claims.expires * 1000 <= now.getTime()) return undefined;
      remember(remembered, token, claims);
      return claims;
    },
  };
}

async function verify(token: string, key: CryptoKey, now: Date): Promise<Claims | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: [ALGORITHM], currentDate: now });
    const { sub, jti, exp, [PASSWORD_VERSION]: passwordVersion } = payload;
    const isOurs = sub && jti && exp && typeof passwordVersion === 'number';
    return isOurs ? { accountId: sub, passwordVersion, jti, expires: exp } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A signature stays right, so it is checked once (0.15 ms). Under the whole token, not a hash of it: this memory holds the
 * signing key as well. Whether a token has been blocked is asked of the database each time. Oldest out first.
 */
function remember(remembered: Map<string, Claims>, token: string, claims: Claims): void {
  if (remembered.has(token)) return;
  if (remembered.size >= REMEMBERED) {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
  }
  remembered.set(token, claims);
}
