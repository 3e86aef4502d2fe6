import { isObject, type Json } from '../../src/contract/json.ts';
import { toCsv } from './csv.ts';

/** Media types whose body is one item after the other (OpenAPI 3.2, sequential media types), and how a list is written in them. */
const writers: ReadonlyMap<string, (items: readonly Json[]) => string> = new Map([
  ['application/jsonl', each(line)],
  ['application/x-ndjson', each(line)],
  ['application/ndjson', each(line)],
  // RFC 7464: a record separator before each.
  ['application/json-seq', each((item) => `\x1e${line(item)}`)],
  ['text/event-stream', each(event)],
  ['text/csv', toCsv],
]);

function each(write: (item: Json) => string): (items: readonly Json[]) => string {
  return (items) => items.map(write).join('');
}

/** A list as a stream of its items; undefined for media types that are no sequence. */
export function toSequence(items: readonly Json[], essence: string): string | undefined {
  return writers.get(essence)?.(items);
}

function line(item: Json): string {
  return `${JSON.stringify(item)}\n`;
}

/** The fields of an event are the members of its item (HTML, server-sent events); an item of another shape is its data. */
function event(item: Json): string {
  const fields =
    isObject(item) && Object.keys(item).every((name) => eventFields.has(name)) ? item : { data: item };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? value : JSON.stringify(value))
      .split(/\r\n|\r|\n/)
      .map((text) => `${name}: ${text}\n`),
  );
  return `${lines.join('')}\n`;
}

const eventFields: ReadonlySet<string> = new Set(['event', 'data', 'id', 'retry']);
