import type { HandlerCall } from '../contracts/handlers.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../logs/log.ts';
import type { Caller } from '../sessions/service.ts';
import { networkOf } from './network.ts';
import type { Preferences } from './preferences.ts';

/** One request as the domain sees it. */
export class RequestCall implements HandlerCall {
  readonly requestId: string;
  readonly now: Date;
  readonly database: Database;
  readonly log: Log;
  readonly isHead: boolean;
  readonly #address: () => string;
  #caller: Caller | undefined;

  constructor(
    requestId: string,
    address: () => string,
    database: Database,
    log: Log,
    isHead: boolean,
    preferences: Preferences | undefined,
  ) {
    this.requestId = requestId;
    this.#address = address;
    this.log = log;
    this.isHead = isHead;
    this.now = preferences?.now ?? new Date();
    this.database = preferences?.fault ? database.suffering(preferences.fault) : database;
  }

  /** Of the caller's network. Found out only when somebody asks: behind proxies that takes some parsing. */
  get address(): string {
    return networkOf(this.#address());
  }

  get caller(): Caller {
    if (!this.#caller) throw new Error('this operation is open in its document: it has no caller');
    return this.#caller;
  }

  identify(caller: Caller): void {
    this.#caller = caller;
  }
}
