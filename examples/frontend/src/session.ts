import type { components } from 'sverka/types/auth-v1';

export type Tokens = components['schemas']['Tokens'];

const key = 'tokens';

/** The tokens of this tab; they outlive a reload. */
export function readTokens(): Tokens | undefined {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : JSON.parse(kept);
}

export function keepTokens(tokens: Tokens | undefined): void {
  if (tokens === undefined) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(tokens));
}
