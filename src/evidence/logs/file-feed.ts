import { glob, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../contract/finding.ts';
import type { LineIndex } from './line-index.ts';
import { createLineSplitter } from './line-splitter.ts';
import type { Feed } from './log-source.ts';

/** How often a folder or pattern is looked at for new files, in milliseconds. */
const NEW_FILES_EVERY = 500;

interface Tail {
  readonly file: string;
  /** Changes when the file is rotated away and a new one stands in its place. */
  inode: number;
  offset: number;
  readonly take: (chunk: Uint8Array) => void;
}

/**
 * Follows a file, every `*.log` of a folder, or every file of a glob pattern, from where they end now. Files that
 * appear later are read from their beginning; a rotated or truncated file is followed on.
 */
export async function openFileFeed(path: string, index: LineIndex): Promise<Feed | Problem> {
  const pattern = (await isFolder(path)) ? join(path, '*.log') : path;
  const tails = new Map<string, Tail>();
  const follow = async (from: 'end' | 'start') => {
    for await (const file of glob(pattern)) {
      if (!tails.has(file)) tails.set(file, await startTail(file, from, index));
    }
  };

  await follow('end');
  if (tails.size === 0) return { severity: 'error', message: `no log file at ${path}` };

  let lookedAt = performance.now();
  return {
    name: path,
    index,
    async pull() {
      if (performance.now() - lookedAt > NEW_FILES_EVERY) {
        await follow('start');
        lookedAt = performance.now();
      }
      await Promise.all([...tails.values()].map(readOn));
    },
    close: async () => tails.clear(),
  };
}

async function startTail(file: string, from: 'end' | 'start', index: LineIndex): Promise<Tail> {
  const { ino, size } = await stat(file);
  const take = createLineSplitter((line) => index.add(line, file));
  return { file, inode: ino, offset: from === 'end' ? size : 0, take };
}

async function readOn(tail: Tail): Promise<void> {
  const now = await stat(tail.file).catch(() => undefined);
  // Between the two halves of a rotation there is no file; the next look finds the new one.
  if (!now) return;
  if (now.ino !== tail.inode || now.size < tail.offset) {
    tail.inode = now.ino;
    tail.offset = 0;
  }
  if (now.size > tail.offset) await readTo(tail, now.size);
}

async function readTo(tail: Tail, end: number): Promise<void> {
  await using file = await open(tail.file);
  const stream = file.createReadStream({ start: tail.offset, end: end - 1, autoClose: false });
  for await (const chunk of stream) {
    tail.offset += chunk.length;
    tail.take(chunk);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
