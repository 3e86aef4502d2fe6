import type { components } from '../../src/types/control.ts';
import { distinctNotes } from '../explain/notes.ts';
import { explanationSentence } from '../explain/sentence.ts';
import { decodeText } from '../http/bytes.ts';
import type { Entry } from './journal.ts';

type Schemas = components['schemas'];

/** An entry of the journal in the words of the control API. */
export function toRequest({ id, session, exchange }: Entry): Schemas['Request'] {
  const { request, response, startedAt, durationMs } = exchange;
  const { operation, source, example, notes, violations } = response.explanation;
  const requestId = response.headers['x-request-id'];
  return {
    id,
    ...(requestId === undefined ? {} : { requestId }),
    ...(session === '' ? {} : { session }),
    time: startedAt.toISOString(),
    method: request.method,
    path: request.query === '' ? request.path : `${request.path}?${request.query}`,
    status: response.status,
    durationMs: Math.round(durationMs * 100) / 100,
    ...(operation === undefined ? {} : { operation }),
    source,
    ...(example === undefined ? {} : { example }),
    reasons: [...distinctNotes(notes)],
    violations: violations.map(({ location, severity, code, message }) => ({
      location: [...location],
      severity,
      ...(code === undefined ? {} : { code }),
      message,
    })),
  };
}

/** The same in full. */
export function toDetails(entry: Entry): Schemas['RequestDetails'] {
  const { request, response } = entry.exchange;
  const { route, pathParameters } = response.explanation;
  return {
    summary: toRequest(entry),
    ...(route === undefined ? {} : { route }),
    ...(pathParameters === undefined ? {} : { pathParameters: { ...pathParameters } }),
    sentence: explanationSentence(response.status, response.explanation),
    request: toPart(request.headers, request.body),
    response: toPart(response.headers, response.body),
  };
}

/** Characters of a body that are shown. */
const mostShown = 100_000;

function toPart(
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | string | undefined,
): Schemas['Part'] {
  if (body === undefined || body.length === 0) return { headers: { ...headers } };
  const text =
    typeof body === 'string' ? body : (textOf(body, headers['content-type']) ?? `${body.length} bytes`);
  return {
    headers: { ...headers },
    body: { text: text.slice(0, mostShown), truncated: text.length > mostShown },
  };
}

/** Undefined for bytes that are no text. The fields beside a file are. */
function textOf(bytes: Uint8Array, contentType = ''): string | undefined {
  const text = decodeText(bytes);
  return text.includes('\uFFFD') && !contentType.startsWith('multipart/') ? undefined : text;
}
