import { setTimeout as sleep } from 'node:timers/promises';
import type { LogSource } from '../types.ts';
import type { LineIndex } from './line-index.ts';

/** How long to wait, in milliseconds. A logger flushes within a few; a test machine may be busy. */
const WAIT = {
  betweenLooks: 5,
  forLikelyLines: 200,
  forLikelyLinesAtMost: 1_000,
  forExpectedLines: 3_000,
} as const;

/** So many requests without a line, and a log that has had none so far is no longer waited for. */
const ENOUGH_IN_VAIN = 20;

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
 * other requests have left lines, this one likely has too, and is given a fifth of a second, or up to a second where
 * lines came late before: a server that is busy writes its log when it has time.
 */
export function createLogSource({ name, index, pull, close }: Feed): LogSource {
  const refresh = together(pull);
  let inVain = 0;
  let latest = 0;
  // Before the first line nobody knows how late they come.
  let likely: number = WAIT.forLikelyLinesAtMost;
  return {
    name,
    close,
    async find(requestId, { expectLines }) {
      const begun = performance.now();
      await refresh();
      const patience = expectLines ? WAIT.forExpectedLines : inVain < ENOUGH_IN_VAIN ? likely : 0;
      let lines = index.find(requestId);
      let before: number;
      do {
        before = lines.length;
        await sleep(WAIT.betweenLooks);
        await refresh();
        lines = index.find(requestId);
      } while (lines.length > before || (lines.length === 0 && performance.now() < begun + patience));
      if (lines.length > 0) {
        inVain = Number.NEGATIVE_INFINITY;
        latest = Math.max(latest, performance.now() - begun);
        likely = Math.min(Math.max(WAIT.forLikelyLines, 4 * latest), WAIT.forLikelyLinesAtMost);
      } else inVain += 1;
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
