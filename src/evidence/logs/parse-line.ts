import { isObject } from '../../contract/json.ts';
import { levelName, levelOfText } from './level.ts';
import { isoTime } from './time.ts';

/** One line of a log, whatever wrote it. `values`: everything in it that may be a request id. */
export interface ParsedLine {
  readonly time: string;
  readonly level: string;
  readonly message: string;
  readonly values: readonly string[];
}

/** A line may be a whole stack trace or a dumped body; more than this is no evidence a person reads. */
const LONGEST_MESSAGE = 4_000;
const LONGEST_ID = 128;
/** Request ids are of these characters; `id=…,` and `[…]` fall apart into words. */
const WORD = /[A-Za-z0-9][A-Za-z0-9._~:-]{3,}/g;

/**
 * Understands JSON lines of pino, bunyan, winston, ECS, Python's and Google's loggers (also behind a prefix like
 * `api-1  | `), and plain text, whose level is guessed from its words.
 */
export function parseLine(line: string): ParsedLine {
  const start = line.indexOf('{');
  const record = start >= 0 && line.trimEnd().endsWith('}') ? parseObject(line.slice(start)) : undefined;
  return record ? parseRecord(record) : parseText(line);
}

function parseRecord(record: Record<string, unknown>): ParsedLine {
  const log = isObject(record.log) ? record.log : {};
  return {
    time: isoTime(first(record, ['time', 'timestamp', '@timestamp', 'ts', 'datetime', 'date', 'asctime'])),
    level: levelName(first(record, ['level', 'log.level', 'severity', 'levelname', 'lvl']) ?? log.level),
    message: shortened(text(first(record, ['message', 'msg', 'event', 'text']) ?? JSON.stringify(record))),
    values: [...new Set(idsIn(record, 3))],
  };
}

function parseText(line: string): ParsedLine {
  return {
    time: isoTime(
      /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/.exec(line.slice(0, 80))?.[0],
    ),
    level: levelOfText(line),
    message: shortened(line.trim()),
    values: [...new Set(words(line))],
  };
}

/** Texts of a record that may be a request id, down to `depth` levels: `req.id`, `http.request.id`. */
function idsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string')
    return value.length <= LONGEST_ID && !value.includes(' ') ? [value] : words(value);
  if (!isObject(value) || depth === 0) return [];
  return Object.values(value).flatMap((member) => idsIn(member, depth - 1));
}

/** Words with a digit, hyphen or underscore in them, and what stands behind a colon: `rid:7f3a…`. */
function words(line: string): string[] {
  return (line.match(WORD) ?? [])
    .flatMap((word) => [word, word.replace(/[.:~-]+$/, ''), word.slice(word.indexOf(':') + 1)])
    .filter((word) => word.length <= LONGEST_ID && /[\d_-]/.test(word));
}

function first(record: Record<string, unknown>, names: readonly string[]): unknown {
  return names.map((name) => record[name]).find((value) => value !== undefined && value !== null);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
