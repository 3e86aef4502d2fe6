import type { CheckEvidence, Exchange, LogLine } from '../evidence/types.ts';

/** A status in the words of a document: `401`, `Код 422`, `422:7`. */
const STATUS = /(?<!\d)[1-5]\d\d(?!\d)/g;

const SEVERITY = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/**
 * The exchange a check was decided by: a check stops at its first difference, so it is the last one. Of a check that
 * passed it is the one that answered as the row says (`503` — "Database error"), for steps behind it only look at what
 * is left of it: that the next delivery is accepted, that nobody was registered.
 */
export function decisiveExchange({ verdict, source, exchanges }: CheckEvidence): Exchange | undefined {
  const promised: readonly string[] = verdict === 'passed' ? (source?.expected?.match(STATUS) ?? []) : [];
  const isPromised = ({ response }: Exchange) => promised.includes(String(response?.status));
  return exchanges.findLast(isPromised) ?? exchanges.at(-1);
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
