import type { Channel } from '../database/tables.ts';

/** A message as a transport gets it. */
export interface Letter {
  /** UUID, the same for every try. */
  readonly id: string;
  readonly to: string;
  /** Empty for an SMS. */
  readonly subject: string;
  readonly text: string;
}

/** How one try ended. No reason ever repeats what the message says. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** Not delivered, and another try may help; `retryAfter` seconds from now where the other side said so. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfter?: number | undefined }
  /** Refused for good, or nobody knows whether it was delivered and a second one would be worse than none. */
  | { readonly kind: 'never'; readonly reason: string };

/** Carries the messages of one channel out of the house. */
export interface Transport {
  readonly channel: Channel;
  /** Sending a message again under the same id delivers it once. Then a try whose end nobody saw can be repeated. */
  readonly idempotent: boolean;
  /** Answers within a minute, whatever the other side does; its misbehaviour is an outcome, not a throw. */
  send(letter: Letter): Promise<Outcome>;
}
