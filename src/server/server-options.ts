import type { Writable } from 'node:stream';
import type { DatabaseOptions } from './database/database.ts';
import type { Layout } from './layout.ts';
import type { Limits } from './limits/limit.ts';
import type { Pace } from './outbox/pace.ts';
import type { SmsGatewayOptions } from './outbox/sms-gateway.ts';
import type { SmtpOptions } from './outbox/smtp.ts';
import type { Lifetimes } from './sessions/service.ts';

export interface ServerOptions {
  readonly database: DatabaseOptions;
  readonly layout: Layout;
  /** Address to listen on; `127.0.0.1` unless said. */
  readonly host?: string;
  /**
   * Honours `Prefer: clock=…, fault=…`, hashes passwords cheaply, seeds the fixtures. Never true for a server that keeps
   * real accounts.
   */
  readonly testing: boolean;
  /** Folder for the log files; none are written without it. */
  readonly logDirectory?: string | undefined;
  /** Gets the lines of all logs, standard output for example. */
  readonly logStream?: Writable | undefined;
  /** Bring the schema up to date at start. Unless said: yes for SQLite and for tests, no for PostgreSQL. */
  readonly migrate?: boolean | undefined;
  /** Folder with `merchants.json`, `accounts.json`, `events.json` (any of them); unless said, the fixtures for tests and none otherwise. */
  readonly seedDirectory?: string | undefined;
  /** Key for access tokens, 32 characters or more. Without it the first process draws one and keeps it in the database. */
  readonly tokenSecret?: string | undefined;
  readonly lifetimes?: Lifetimes | undefined;
  /** Tries before a 429. For tests, unless said, those of an account only. */
  readonly limits?: Limits | undefined;
  /** Carries mails; without it they wait in the outbox. A server started for testing sends none: it keeps them in its inbox. */
  readonly smtp?: SmtpOptions | undefined;
  /** Carries SMS; as with mails. */
  readonly smsGateway?: SmsGatewayOptions | undefined;
  /** How hard the outbox tries. */
  readonly outboxPace?: Pace | undefined;
  /** Base of links in mails: the address people reach this server by. Unless said, the one it listens on. */
  readonly publicUrl?: string | undefined;
  /** Hold every reply against its document and answer 500 where it breaks it. Unless said: yes for tests. */
  readonly strict?: boolean | undefined;
  /** Largest request body, bytes; 1 MiB unless said. */
  readonly bodyLimit?: number | undefined;
  /** Port for `GET /metrics`, in the format of Prometheus. None unless said. */
  readonly metricsPort?: number | undefined;
  /** Proxies in front whose `X-Forwarded-For` is believed: their number, or addresses. None unless said. */
  readonly trustProxy?: number | string | undefined;
}
