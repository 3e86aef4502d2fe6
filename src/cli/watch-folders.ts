import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** The name of the file that changed, where the system gives it. */
type Changed = (name: string | undefined) => void;

/** A URL or a revision of git. */
const elsewhere = /^[a-z][a-z0-9+.-]+:/i;

/**
 * Tells of each change to one of the files, and to others beside them that are `wanted`, by name where the system gives
 * it. Folders are watched rather than files: editors replace a file instead of writing into it.
 */
export function watchFolders(
  files: Iterable<string>,
  changed: Changed,
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

/** Editors write a file in several steps: they have to be quiet for so long, milliseconds. */
const QUIET = 100;

/** Acts on the last of several changes, once no more come. */
export function whenQuiet(act: Changed): { readonly changed: Changed; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const cancel = () => clearTimeout(timer);
  return {
    changed(name) {
      cancel();
      timer = setTimeout(act, QUIET, name);
    },
    cancel,
  };
}
