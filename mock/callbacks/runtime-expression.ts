import { fragmentPointer, valueAt } from '../../src/contract/document/pointer.ts';
import type { Json } from '../../src/contract/json.ts';
import type { Headers } from '../../src/contract/types.ts';

/** What runtime expressions can name: the request that asked for a callback, and its response. */
export interface Exchanged {
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly request: Message & {
    readonly query: Readonly<Record<string, unknown>>;
    readonly path: Readonly<Record<string, unknown>>;
  };
  readonly response: Message;
}

interface Message {
  /** By lower-case name. */
  readonly headers: Headers;
  readonly body: Json | undefined;
}

/**
 * The URL of a callback: its key is one runtime expression, or holds several in braces (OpenAPI 3.1, Callback Object).
 * Undefined when one of them names nothing.
 */
export function callbackUrl(key: string, exchanged: Exchanged): string | undefined {
  if (key.startsWith('$')) return evaluate(key, exchanged);
  let known = true;
  const url = key.replace(/\{([^{}]+)\}/g, (_, expression: string) => {
    const value = evaluate(expression.trim(), exchanged);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? url : undefined;
}

/** One runtime expression (OpenAPI 3.1 section 4.8.20.4); texts and other scalars only. */
function evaluate(expression: string, exchanged: Exchanged): string | undefined {
  if (expression === '$url') return exchanged.url;
  if (expression === '$method') return exchanged.method;
  if (expression === '$statusCode') return String(exchanged.status);
  const [, side, place, rest = ''] =
    /^\$(request|response)\.(header|query|path|body)[.#]?(.*)$/.exec(expression) ?? [];
  const { request } = exchanged;
  const message = side === 'response' ? exchanged.response : request;
  if (place === 'body') return inBody(message.body, rest);
  if (place === 'header') return memberOf(message.headers, rest.toLowerCase());
  if (side !== 'request') return undefined;
  return place === 'query' ? memberOf(request.query, rest) : memberOf(request.path, rest);
}

function inBody(body: Json | undefined, fragment: string): string | undefined {
  return body === undefined ? undefined : scalar(valueAt(body, fragmentPointer(fragment)));
}

function memberOf(record: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? scalar(record[name]) : undefined;
}

function scalar(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
