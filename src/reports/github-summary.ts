import { isBad } from '../evidence/summary.ts';
import type { CheckEvidence, Evidence } from '../evidence/types.ts';
import { evidenceIn } from './in-language.ts';
import { summaryLines } from './markdown/head.ts';
import { sections } from './markdown.ts';
import type { Report } from './types.ts';
import { wordsOf } from './words.ts';

/** GitHub refuses a step summary above 1 MiB as a whole; the rest of a long run is in the other reports. */
const MOST_BYTES = 600_000;

/** A step summary: the counts, what failed in full view, everything else folded away. */
export const githubSummary: Report = async function* (found, { language }) {
  const evidence = evidenceIn(language, found);
  const words = wordsOf(language);
  yield* within(MOST_BYTES, async function* () {
    yield `## 🧾 ${words.title}\n\n`;
    yield* summaryLines(evidence, words);
    if (evidence.summary.failed + evidence.summary.broken > 0) {
      yield `\n## ${words.failedChecks}\n`;
      yield* sections(unsuccessful(evidence), words);
    }
  });
  yield `\n<details><summary>${words.allResults}</summary>\n`;
  yield* within(MOST_BYTES / 2, () => sections(evidence.checks(), words));
  yield '\n</details>\n';
};

async function* unsuccessful({ checks }: Evidence): AsyncIterable<CheckEvidence> {
  for await (const check of checks()) if (isBad(check)) yield check;
}

/** Whole pieces as long as they fit into so many bytes. */
async function* within(most: number, pieces: () => AsyncIterable<string>): AsyncIterable<string> {
  let left = most;
  for await (const piece of pieces()) {
    left -= Buffer.byteLength(piece);
    if (left < 0) {
      yield '\n…\n';
      return;
    }
    yield piece;
  }
}
