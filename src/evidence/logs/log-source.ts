import { setTimeout as sleep } from 'node:timers/promises';
import type { LogSource } from '../types.ts';
import type { LineIndex } from './line-index.ts';

/** How long to wait, in milliseconds. A logger flushes within a few; a test machine may be busy. */
const WAIT = { betweenLooks: 5, forLikelyLines: 200, forExpectedLines: 3_000 } as const;

/** What a kind of source has to know: how to bring new lines into the index, and how to stop. */
export interface Feed {
  readonly name: string;
  readonly index: LineIndex;
  /** Reads what is new. Sources whose lines arrive by themselves do nothing here. */
  pull(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A log source out of a feed. `find` looks twice, because a server logs the end of a request after it answered, and
 * goes on as long as more lines come. When lines are expected it waits for the first one, three seconds at most; when
 * other requests have left lines, this one likely has too, and is given a fifth of a second.
 */
export function createLogSource({ name, index, pull, close }: Feed): LogSource {
  const refresh = together(pull);
  let logsRequests = false;
  return {
    name,
    close,
    async find(requestId, { expectLines }) {
      await refresh();
      const patience = expectLines ? WAIT.forExpectedLines : logsRequests ? WAIT.forLikelyLines : 0;
      const deadline = performance.now() + patience;
      let lines = index.find(requestId);
      let before: number;
      do {
        before = lines.length;
        await sleep(WAIT.betweenLooks);
        await refresh();
        lines = index.find(requestId);
      } while (lines.length > before || (lines.length === 0 && performance.now() < deadline));
      logsRequests ||= lines.length > 0;
      return lines;
    },
  };
}

/** Callers that come while a pull is under way wait for the next one together: what they look for may be newer. */
function together(pull: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = () => {
    running = pull().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}
