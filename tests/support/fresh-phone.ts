import { randomInt } from 'node:crypto';

// Drawn at random, every tenth run of a thousand registrations would meet a number twice.
let next = randomInt(1_000_000, 9_000_000);

/** A Russian mobile number that no other call of this process gets. */
export function freshPhone(): string {
  next += 1;
  return `+7916${next}`;
}
