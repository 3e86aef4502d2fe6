import type { Database } from './database/database.ts';
import type { Log } from './logs/log.ts';

/** What every domain function gets to know about the request it works for. */
export interface Call {
  readonly requestId: string;
  /** Network address of the caller. */
  readonly address: string;
  /** The moment the request is answered for. Never read the system clock instead: a test may have moved this one. */
  readonly now: Date;
  readonly database: Database;
  readonly log: Log;
}

/** `moment` moved by so many seconds, as the ISO 8601 string the database keeps. */
export function after(moment: Date, seconds: number): string {
  return new Date(moment.getTime() + seconds * 1000).toISOString();
}
