import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms of the longest files, the longest first: none of them is begun when the other workers are nearly done. */
const longest = ['checklists', 'contract', 'faults', 'package', 'browser', 'server'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((room) => moduleId.includes(`/tests/${room}/`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

const all = 'tests/**/*.test.ts';
/** Rooms that leave nothing behind in their process: a worker keeps what it has loaded and compiled for their next file. */
const tidy = 'tests/{checklist,checks,contract-engine,gate/diff,reports,server}/**/*.test.ts';

// Real servers, databases and browsers start inside tests. Nothing fails for being slow, only for never ending.
const patience = 600_000;

export default defineConfig({
  test: {
    testTimeout: patience,
    hookTimeout: patience,
    expect: { poll: { timeout: 60_000 } },
    pool: 'threads',
    // One more than cores: a worker often waits for a process that it has started.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'tidy', include: [tidy], isolate: false } },
      { extends: true, test: { name: 'other', include: [all], exclude: [tidy] } },
    ],
  },
});
