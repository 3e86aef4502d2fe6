import type { CheckEvidence, Exchange, LogLine } from '../evidence/types.ts';

const SEVERITY = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** The exchange a check was decided by: a check stops at its first difference, so it is the last one. */
export function decisiveExchange(check: CheckEvidence): Exchange | undefined {
  return check.exchanges.at(-1);
}

/** The line a reader should see if they see only one: the gravest, and of several such the last. */
export function gravestLine(logs: readonly LogLine[]): LogLine | undefined {
  const grave = (line: LogLine) => SEVERITY.indexOf(line.level);
  return logs.reduce<LogLine | undefined>(
    (gravest, line) => (gravest && grave(gravest) > grave(line) ? gravest : line),
    undefined,
  );
}

/** The id under which the decisive request is found in the server's logs: the answered one, else the one sent. */
export function shownRequestId(exchange: Exchange | undefined): string {
  return exchange?.response?.headers['x-request-id'] ?? exchange?.requestId ?? '';
}
