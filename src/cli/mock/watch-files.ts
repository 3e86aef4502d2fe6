import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Contract } from '../../contract/types.ts';
import type { Context } from '../context.ts';

/** Editors write a file in several steps: wait this long for the last, milliseconds. */
const settle = 100;

/**
 * Reloads when any file of the contracts changes, `$ref`ed ones included. Folders are watched rather than files, because
 * editors replace a file instead of writing into it. A document that is broken just now keeps the last good one served.
 */
export function watchFiles(
  contracts: readonly Contract[],
  reload: () => Promise<readonly Contract[]>,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): { close(): void } {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  const start = (files: ReadonlySet<string>) => {
    for (const watcher of watchers) watcher.close();
    watchers = [...Map.groupBy(files, dirname)].flatMap(([folder, inside]) => {
      const names = new Set(inside.map((file) => basename(file)));
      return watchFolder(folder, (name) => name === null || names.has(name), changed);
    });
  };
  const run = async () => {
    try {
      start(filesOf(await reload()));
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
  start(filesOf(contracts));
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function filesOf(contracts: readonly Contract[]): ReadonlySet<string> {
  return new Set(
    contracts.flatMap(({ files }) => files).filter((file) => !/^[a-z][a-z0-9+.-]+:/i.test(file)),
  );
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
