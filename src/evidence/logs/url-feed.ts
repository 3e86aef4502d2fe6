import type { Problem } from '../../contract/finding.ts';
import type { LineIndex } from './line-index.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { Feed } from './log-source.ts';

/** Milliseconds. */
const POLL_EVERY = 50;
const TIMEOUT = 5_000;

/**
 * Polls a URL that serves a log as text: the whole file or its last lines. Asks only for what is new and the line before
 * it (`Range`, RFC 9110 section 14): where that line is gone, the log was rotated, and is read from its beginning. A
 * server that knows no ranges sends everything, and what was seen is passed over.
 */
export async function openUrlFeed(url: string, index: LineIndex): Promise<Feed | Problem> {
  const take = createLineSplitter((line) => index.add(line, url));
  const begun = await fetchText(url);
  if ('message' in begun) return begun;
  let size = begun.body.length;
  let last = lastLine(begun.body);
  let polledAt = 0;

  return {
    name: url,
    index,
    async pull() {
      if (performance.now() - polledAt < POLL_EVERY) return;
      const from = size - last.length;
      const part = last.length > 0 ? await fetchText(url, from) : undefined;
      const follows = part?.status === 206 && part.body?.subarray(0, last.length).equals(last);
      const rotated = part?.status === 416 || (part?.status === 206 && !follows);
      const answer = !part || rotated ? await fetchText(url) : part;
      polledAt = performance.now();
      // A server that is gone for a moment has nothing new.
      if ('message' in answer) return;
      const fresh = follows ? answer.body.subarray(last.length) : after(answer.body, last, size);
      size = (follows ? from : 0) + answer.body.length;
      if (fresh.length > 0) last = lastLine(fresh);
      take(fresh);
    },
    close: async () => {},
  };
}

/** What of a whole body is new: behind the bytes already read, or, in a window of last lines, behind the last one. */
function after(body: Buffer, last: Buffer, size: number): Buffer {
  if (last.length === 0) return body;
  if (body.subarray(Math.max(0, size - last.length), size).equals(last)) return body.subarray(size);
  const seen = body.lastIndexOf(last);
  return seen < 0 ? body : body.subarray(seen + last.length);
}

/** The last line with its newline; empty only where there is none. */
function lastLine(body: Buffer): Buffer {
  return body.subarray(body.lastIndexOf('\n', Math.max(0, body.length - 2)) + 1);
}

type Failure = Problem & { readonly status?: number; readonly body?: undefined };

async function fetchText(
  url: string,
  from = 0,
): Promise<{ readonly status: number; readonly body: Buffer } | Failure> {
  const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT) });
    const body = Buffer.from(await response.arrayBuffer());
    if (response.ok) return { status: response.status, body };
    return {
      severity: 'error',
      message: `log URL ${url} answered ${response.status}`,
      status: response.status,
    };
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { severity: 'error', message: `log URL ${url} cannot be read: ${cause}` };
  }
}
