/** How couriers work. All times in seconds. */
export interface Pace {
  /** How often they look for messages nobody told them of: due again, or posted by another process. */
  readonly poll: number;
  /** Messages of a channel that are on their way at once. */
  readonly parallel: number;
  /** After so many tries a message is given up. */
  readonly tries: number;
  /** A sender that has not finished by then is taken for dead. Longer than any transport takes. */
  readonly lease: number;
  /** How long to wait after the given try, the first being 1. */
  delayAfter(attempt: number): number;
}

const LONGEST = 15 * 60;

/** 2 s, 4 s, 8 s, … 15 min, a fifth more or less so that messages do not come back in one crowd: over an hour in all. */
export const defaultPace: Pace = {
  poll: 1,
  parallel: 8,
  tries: 14,
  lease: 120,
  delayAfter: (attempt) => Math.min(2 ** attempt, LONGEST) * (0.8 + 0.4 * Math.random()),
};
