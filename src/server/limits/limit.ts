/** So many tries are allowed; then none until the window ends. */
interface Limit {
  readonly tries: number;
  /** Seconds. */
  readonly window: number;
  /** `latest`: the window begins anew with every try that counts. `first`: with the first one. */
  readonly from: 'first' | 'latest';
}

/** What is counted under one key. */
export interface Counted {
  readonly key: string;
  readonly limit: Limit;
}

export interface Limits {
  readonly account: Limit;
  readonly address: Limit;
  /** Codes entered for an account: more than one code survives, so that its death can be told. */
  readonly codes: Limit;
  /** Codes sent at the wish of one address, to whomever: each costs, and bothers somebody. */
  readonly sent: Limit;
}

const QUARTER = 15 * 60;

/** Five wrong tries in a row for an account; for an address enough for an office behind one router. */
export const defaultLimits: Limits = {
  account: { tries: 5, window: QUARTER, from: 'latest' },
  address: { tries: 1_000, window: QUARTER, from: 'first' },
  codes: { tries: 10, window: QUARTER, from: 'latest' },
  sent: { tries: 100, window: QUARTER, from: 'first' },
};

const endless = { tries: Number.MAX_SAFE_INTEGER };

/** On a server started for testing all callers have one address, run after run: it is not held against them. */
export const testingLimits: Limits = {
  ...defaultLimits,
  address: { ...defaultLimits.address, ...endless },
  sent: { ...defaultLimits.sent, ...endless },
};
