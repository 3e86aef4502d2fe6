import { wholeNumber } from '../option-values.ts';
import type { DefineCommand } from '../program.ts';

/** What the command line of `serve` says. */
export interface ServeFlags {
  readonly port?: number;
  readonly host?: string;
  readonly database?: string;
  /** False: no log files. */
  readonly logDir: string | false;
  readonly metricsPort?: number;
  readonly quiet?: boolean;
  readonly workers: number;
  readonly testing?: boolean;
  readonly seed?: string;
  readonly migrate?: boolean;
}

/** `sverka serve`: the server, until Ctrl-C. */
export const serveCommand: DefineCommand = (command, run) =>
  command
    .description('Run the server that implements the contracts, on their documented ports or on one.')
    .option(
      '-p, --port <port>',
      'one port, every contract under /{contract id} (default: the documented ports)',
      wholeNumber(0, 65_535),
    )
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, or HOST)')
    .option(
      '-d, --database <place>',
      'SQLite file, :memory:, or postgres:// URL (default: DATABASE_URL, or sverka.sqlite)',
    )
    .option('--log-dir <folder>', 'folder for the log files', 'logs')
    .option('--no-log-dir', 'keep no log files')
    .option('--quiet', 'do not print the log')
    .option(
      '--metrics-port <port>',
      'a port of its own for GET /metrics (Prometheus), the next ones for further workers',
      wholeNumber(0, 65_535),
    )
    .option('--workers <n>', 'processes over one database', wholeNumber(1, 128), 1)
    .option(
      '--testing',
      'honour Prefer: clock and fault, serve the inbox, load the fixtures; never in production',
    )
    .option('--seed <folder>', 'folder with merchants.json, accounts.json, events.json to load at start')
    .option('--migrate', 'bring a PostgreSQL schema up to date at start')
    .addHelpText('after', environment)
    .action((flags: ServeFlags) =>
      run(async (context) => {
        const { serve } = await import('../serve/serve.ts');
        return serve(flags, context);
      }),
    );

const environment = `
Environment:
  DATABASE_URL          postgres://…, where --database is not given
  HOST, PORT            where --host and --port are not given
  SVERKA_METRICS_PORT   where --metrics-port is not given
  SVERKA_TOKEN_SECRET   key of access tokens, 32 characters or more (default: drawn once, kept in the database)
  TRUST_PROXY           proxies in front whose X-Forwarded-For is believed: their number, or addresses
  SMTP_URL, MAIL_FROM   smtp://user:password@host:587 or smtps://…, and the sender of mails
  SMS_GATEWAY_URL       where SMS are posted to (docs/outbox.md), with SMS_GATEWAY_TOKEN as bearer token
  PUBLIC_URL            address people reach this server by, for links in mails (default: the one it listens on)

Without SMTP_URL or SMS_GATEWAY_URL, mails or SMS wait in the outbox. With --testing none are sent: see /control/inbox.

Examples:
  sverka serve                                      the documented ports, a SQLite file beside
  sverka serve --port 8080 --testing --database :memory:
  sverka serve --port 8080 --host 0.0.0.0 --database postgres://user:password@host/name --migrate`;
