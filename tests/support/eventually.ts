import { vi } from 'vitest';

/** Looks again and again until it throws nothing. Generous: the machine may be busy with other tests. */
export function eventually<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(look, { timeout: 60_000, interval: 20 });
}
