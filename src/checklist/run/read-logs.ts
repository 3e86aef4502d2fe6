import type { Finding } from '../../contract/finding.ts';
import type { Exchange, LogLine, LogSource } from '../../evidence/types.ts';
import type { LogExpectation } from '../types.ts';
import type { CheckState, Pending } from './check-state.ts';

/** The exchanges of a check with their log lines, what is wrong with those, and why some could not be looked at. */
export interface Logged {
  readonly exchanges: readonly Exchange[];
  readonly findings: readonly Finding[];
  /** A log line is expected and the target's log cannot be read. */
  readonly unread?: string;
}

/** Reads the log lines of every exchange, by request id, and holds the expected ones (`x-log`) against them. */
export async function readLogs({ pending, session }: CheckState): Promise<Logged> {
  const read = await Promise.all(
    pending.map((each) => readOne(each, session.logs(each.contractId), session.place)),
  );
  const unread = read.find((each) => each.unread !== undefined)?.unread;
  return {
    exchanges: read.map(({ exchange }) => exchange),
    findings: read.flatMap(({ findings }) => findings),
    ...(unread !== undefined && { unread }),
  };
}

type PlaceOf = CheckState['session']['place'];

interface ReadOne {
  readonly exchange: Exchange;
  readonly findings: readonly Finding[];
  readonly unread?: string;
}

async function readOne(pending: Pending, source: LogSource | undefined, place: PlaceOf): Promise<ReadOne> {
  const { exchange, expectations, contractId, checklist } = pending;
  if (!source) {
    const unread = `no log source for "${contractId}": say where the server logs, with --logs`;
    return { exchange, findings: [], ...(expectations.length > 0 && { unread }) };
  }
  const logs = await linesOf(exchange, source, expectations.length > 0);
  const findings = expectations.map(async (expectation) => {
    const finding = holdAgainst(expectation, logs, source.name);
    return (
      finding && {
        ...finding,
        location: await place(checklist.file, expectation.pointer),
        step: exchange.step,
      }
    );
  });
  return {
    exchange: { ...exchange, logs },
    findings: (await Promise.all(findings)).filter((each) => each !== undefined),
  };
}

/** A gateway or a framework may give a request an id of its own: its answer tells it, and the log knows that one. */
async function linesOf(
  { requestId, response }: Exchange,
  source: LogSource,
  expectLines: boolean,
): Promise<readonly LogLine[]> {
  const answered = response?.headers['x-request-id'] ?? requestId;
  const lines = await source.find(answered, { expectLines });
  if (lines.length > 0 || answered === requestId) return lines;
  return source.find(requestId, { expectLines: false });
}

function holdAgainst(
  expectation: LogExpectation,
  lines: readonly LogLine[],
  source: string,
): Omit<Finding, 'location'> | undefined {
  if (lines.some((line) => meets(line, expectation))) return undefined;
  const expected = wording(expectation);
  if (lines.length === 0) {
    const message = `expected the log line ${expected}, found no line of this request in ${source}`;
    return { id: 'log-line-missing', message, expected, actual: 'no log line' };
  }
  const actual = lines.map(({ level, message }) => `${level} "${message}"`).join(', ');
  return {
    id: 'log-line-differs',
    message: `expected the log line ${expected}, found ${actual}`,
    expected,
    actual,
  };
}

function meets(line: LogLine, { level, message, file }: LogExpectation): boolean {
  if (level !== undefined && line.level.toLowerCase() !== level.toLowerCase()) return false;
  if (file !== undefined && !line.file.endsWith(file)) return false;
  return message === undefined || line.message.includes(message) || matches(line.message, message);
}

function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return false;
  }
}

function wording({ level, message, file }: LogExpectation): string {
  const parts = [
    level,
    message === undefined ? undefined : `"${message}"`,
    file === undefined ? undefined : `in ${file}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ') || 'of any kind';
}
