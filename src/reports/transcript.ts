import type { Json } from '../contract/json.ts';
import type { CheckEvidence, Exchange, LogLine } from '../evidence/types.ts';

/** A body as one piece of text: JSON without spaces, text as it is, nothing for null. */
export function bodyText(body: Json): string {
  if (body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The beginning of a long text. */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}

/** `POST http://…/login → 401 in 12 ms, request id …` and its log lines, each on a line. */
export function transcript(exchange: Exchange): readonly string[] {
  const { request, response, requestId, durationMs, logs } = exchange;
  const outcome = response ? `${response.status} ${bodyText(response.body)}`.trim() : 'no response';
  return [
    `${exchange.step}: ${request.method} ${request.url} → ${outcome}`,
    `  X-Request-ID ${requestId}, ${Math.round(durationMs)} ms`,
    ...logs.map((line) => `  log ${logText(line)}`),
  ];
}

/** `info: logged in`. */
export function logText({ level, message }: Pick<LogLine, 'level' | 'message'>): string {
  return level ? `${level}: ${message}` : message;
}

/** `qa-checklist.md:20`; `Errata › QA-2` for what no document says. */
export function sourceText({ source }: CheckEvidence): string {
  if (!source) return '';
  if (source.document === 'errata' && source.section) return source.section;
  return source.line === undefined ? source.document : `${source.document}:${source.line}`;
}
