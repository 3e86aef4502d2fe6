import { createHmac, hkdfSync, randomInt } from 'node:crypto';

/** Six digits, from a source nobody can foresee. */
export function drawCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Hashes a code for one account and one e-mail or phone (`identity`, in its normal form). */
export type HashCode = (accountId: string, identity: string, code: string) => string;

/**
 * A million codes are soon tried against a plain hash, so it is keyed: with a secret of its own from the environment, a
 * stolen database does not give its codes away. The key is derived from that of the access tokens (RFC 5869).
 */
export function createCodeHash(secret: Uint8Array): HashCode {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'sverka codes', 32));
  return (accountId, identity, code) =>
    createHmac('sha256', key)
      .update(JSON.stringify([accountId, identity, code]))
      .digest('base64url');
}
