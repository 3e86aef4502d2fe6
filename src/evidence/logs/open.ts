import type { Problem } from '../../contract/finding.ts';
import type { LogSource } from '../types.ts';
import { openCommandFeed } from './command-feed.ts';
import { openFileFeed } from './file-feed.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';
import { createLogSource, type Feed } from './log-source.ts';
import { openUrlFeed } from './url-feed.ts';

/** Where a target's log lines come from. `value`: path, folder or glob pattern; shell command; http(s) URL. */
export interface LogPlace {
  readonly kind: 'file' | 'command' | 'url';
  readonly value: string;
}

export interface OpenedLogs {
  /** All places as one source. Undefined without places, or when one of them cannot be read. */
  readonly source: LogSource | undefined;
  readonly problems: readonly Problem[];
}

const OPEN: Readonly<Record<LogPlace['kind'], (value: string, index: LineIndex) => Promise<Feed | Problem>>> =
  {
    file: openFileFeed,
    command: openCommandFeed,
    url: openUrlFeed,
  };

/** Starts to read logs from now on; lines written before are not looked at (a command prints what it prints). */
export async function openLogs(places: readonly LogPlace[]): Promise<OpenedLogs> {
  const index = createLineIndex();
  const opened = await Promise.all(places.map(({ kind, value }) => OPEN[kind](value, index)));
  const feeds = opened.filter((it) => 'pull' in it);
  const problems = opened.filter((it) => 'severity' in it);
  if (problems.length === 0 && feeds.length > 0)
    return { source: createLogSource(joined(feeds, index)), problems };
  await Promise.all(feeds.map((feed) => feed.close()));
  return { source: undefined, problems };
}

function joined(feeds: readonly Feed[], index: LineIndex): Feed {
  return {
    name: feeds.map(({ name }) => name).join(', '),
    index,
    pull: async () => {
      await Promise.all(feeds.map((feed) => feed.pull()));
    },
    close: async () => {
      await Promise.all(feeds.map((feed) => feed.close()));
    },
  };
}
