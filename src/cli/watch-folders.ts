import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A URL or a revision of git. */
const elsewhere = /^[a-z][a-z0-9+.-]+:/i;

/**
 * Tells of each change to one of the files, and to others beside them that are `wanted`, by name where the system gives
 * it. Folders are watched rather than files: editors replace a file instead of writing into it.
 */
export function watchFolders(
  files: Iterable<string>,
  changed: (name: string | undefined) => void,
  wanted: (name: string) => boolean = () => false,
): { close(): void } {
  const local = [...files].filter((file) => !elsewhere.test(file));
  const watchers = [...Map.groupBy(local, dirname)].flatMap(([folder, inside]) => {
    const names = new Set(inside.map((file) => basename(file)));
    return watchFolder(folder, (name) => {
      if (name === null || names.has(name) || wanted(name)) changed(name ?? undefined);
    });
  });
  return {
    close() {
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watchFolder(folder: string, told: (name: string | null) => void): FSWatcher[] {
  try {
    const watcher = watch(folder, (_event, name) => told(name));
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    // A folder that is gone cannot be watched; what was in it stays as it was read.
    return [];
  }
}
