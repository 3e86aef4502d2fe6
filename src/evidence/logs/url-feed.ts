import type { Problem } from '../../contract/finding.ts';
import type { LineIndex } from './line-index.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { Feed } from './log-source.ts';

/** Milliseconds. */
const POLL_EVERY = 50;
const TIMEOUT = 5_000;

/**
 * Polls a URL that serves a log as text: the whole file or its last lines. Asks only for what is new (`Range`,
 * RFC 9110 section 14); a server that knows no ranges sends everything, and what was seen is passed over.
 */
export async function openUrlFeed(url: string, index: LineIndex): Promise<Feed | Problem> {
  const take = createLineSplitter((line) => index.add(line, url));
  const begun = await fetchText(url, {});
  if ('message' in begun) return begun;
  let size = begun.body.length;
  let last = lastLine(begun.body);
  let polledAt = 0;

  return {
    name: url,
    index,
    async pull() {
      if (performance.now() - polledAt < POLL_EVERY) return;
      const answer = await fetchText(url, { range: `bytes=${size}-` });
      polledAt = performance.now();
      // 416 says that nothing is behind what was read; a server that is gone for a moment has nothing new either.
      if ('message' in answer) return;
      const fresh = answer.status === 206 ? answer.body : after(answer.body, last, size);
      size = answer.status === 206 ? size + fresh.length : answer.body.length;
      last = lastLine(fresh) ?? last;
      take(fresh);
    },
    close: async () => {},
  };
}

/** What of a whole body is new: behind the bytes already read, or, in a window of last lines, behind the last one. */
function after(body: Buffer, last: Buffer | undefined, size: number): Buffer {
  if (!last) return body;
  if (body.subarray(Math.max(0, size - last.length), size).equals(last)) return body.subarray(size);
  const seen = body.lastIndexOf(last);
  return seen < 0 ? body : body.subarray(seen + last.length);
}

/** The last line with its newline. */
function lastLine(body: Buffer): Buffer | undefined {
  if (body.length === 0) return undefined;
  return body.subarray(body.lastIndexOf('\n', Math.max(0, body.length - 2)) + 1);
}

async function fetchText(
  url: string,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly body: Buffer } | Problem> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT) });
    const body = Buffer.from(await response.arrayBuffer());
    if (response.ok) return { status: response.status, body };
    return { severity: 'error', message: `log URL ${url} answered ${response.status}` };
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { severity: 'error', message: `log URL ${url} cannot be read: ${cause}` };
  }
}
