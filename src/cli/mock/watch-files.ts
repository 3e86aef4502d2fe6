import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Context } from '../context.ts';
import type { LoadedContracts } from './load-contracts.ts';

/** Editors write a file in several steps: wait this long for the last, milliseconds. */
const settle = 100;

const document = /\.(ya?ml|json)$/i;
/** A URL or a revision of git. */
const elsewhere = /^[a-z][a-z0-9+.-]+:/i;

/**
 * Reloads when any file of the contracts changes, `$ref`ed ones included. Folders are watched rather than files, because
 * editors replace a file instead of writing into it; a file that was there once may come back. A document that is broken
 * just now keeps the last good one served.
 */
export function watchFiles(
  loaded: LoadedContracts,
  reload: () => Promise<LoadedContracts>,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): { close(): void } {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  const known = new Set<string>();
  const start = ({ contracts, problems }: LoadedContracts) => {
    for (const watcher of watchers) watcher.close();
    for (const file of contracts.flatMap(({ files }) => files)) if (!elsewhere.test(file)) known.add(file);
    // The file that a reference misses may be any that comes.
    const missing = problems.some(({ severity }) => severity === 'error');
    watchers = [...Map.groupBy(known, dirname)].flatMap(([folder, inside]) => {
      const names = new Set(inside.map((file) => basename(file)));
      const concerns = (name: string) => names.has(name) || (missing && document.test(name));
      return watchFolder(folder, (name) => name === null || concerns(name), changed);
    });
  };
  const run = async () => {
    try {
      start(await reload());
      stdout.write('The documents changed: reloaded.\n');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      stderr.write(`The documents changed but cannot be used, the mock goes on as before: ${reason}\n`);
    }
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), settle);
  };
  start(loaded);
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watchFolder(
  folder: string,
  concerns: (name: string | null) => boolean,
  changed: () => void,
): FSWatcher[] {
  try {
    const watcher = watch(folder, (_event, name) => {
      if (concerns(name)) changed();
    });
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    // A folder that is gone cannot be watched; the documents in it are served as they were.
    return [];
  }
}
