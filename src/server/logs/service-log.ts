import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import { isoTimestamp } from './clock.ts';
import type { Log, LogFields } from './log.ts';
import { openLogFile } from './log-file.ts';

export interface LogOptions {
  /** Folder for `{name}.log`; made when missing. Without it nothing is written to files. */
  readonly directory: string | undefined;
  /** Gets every line as well, of all services. */
  readonly stream: Writable | undefined;
}

/** The log of one service. */
export interface ServiceLog {
  /** Path of the file, undefined when there is none. */
  readonly file: string | undefined;
  /** A log whose every line carries this request id. */
  forRequest(requestId: string): Log;
  /** Goes on in a new file where the old one has been moved away. */
  reopen(): void;
  /** Resolves when every line is written. */
  close(): Promise<void>;
}

/** Safety net: no code of ours logs these. */
const SECRETS = [
  'password',
  'authorization',
  'cookie',
  'secret',
  'code',
  'token',
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
];

/** Opens `{directory}/{name}.log` for appending; each line also carries `members`. Throws StartError `bad-log`. */
export function openServiceLog(
  name: string,
  members: LogFields,
  { directory, stream }: LogOptions,
): ServiceLog {
  const path = directory === undefined ? undefined : join(directory, `${name}.log`);
  const file = path === undefined ? undefined : openLogFile(path);
  const logger = createLogger(
    members,
    [file, stream].filter((target) => target !== undefined),
  );
  return {
    file: path,
    forRequest: (requestId) => new RequestLog(logger, requestId),
    reopen: () => file?.reopen(),
    close: async () => file?.close(),
  };
}

function createLogger(members: LogFields, targets: readonly { write(line: string): unknown }[]): Logger {
  const options = {
    base: members,
    messageKey: 'message',
    timestamp: isoTimestamp,
    formatters: { level: (level: string) => ({ level }) },
    redact: { paths: SECRETS, censor: '***' },
    enabled: targets.length > 0,
  };
  return pino(options, {
    write(line: string) {
      for (const target of targets) target.write(line);
    },
  });
}

class RequestLog implements Log {
  readonly #logger: Logger;
  readonly #requestId: string;
  constructor(logger: Logger, requestId: string) {
    this.#logger = logger;
    this.#requestId = requestId;
  }
  info(message: string, fields?: LogFields): void {
    this.#logger.info({ requestId: this.#requestId, ...fields }, message);
  }
  warn(message: string, fields?: LogFields): void {
    this.#logger.warn({ requestId: this.#requestId, ...fields }, message);
  }
  error(message: string, fields?: LogFields): void {
    this.#logger.error({ requestId: this.#requestId, ...fields }, message);
  }
}
