import type { Channel } from '../database/tables.ts';

/** A mail or an SMS, as it is to arrive. */
export interface Message {
  readonly channel: Channel;
  /** One e-mail address, or a phone in E.164 (`+79161234567`). */
  readonly to: string;
  /** Empty for an SMS. */
  readonly subject: string;
  readonly text: string;
  /** The code that stands in the text, for readers of the inbox. */
  readonly code?: string | undefined;
  /** The link that stands in the text, for readers of the inbox. */
  readonly link?: string | undefined;
  /** After this moment (ISO 8601) the message is of no use and is not sent any more. */
  readonly expiresAt: string;
}
