import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckEvidence } from './types.ts';

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** One NDJSON line a check in a temporary file; only where each line stands is kept in memory. */
export interface Spool {
  write(id: string, json: string): Promise<void>;
  /** Checks in the order of `ids`, then the rest in the order they were written. */
  read(ids: readonly string[]): AsyncIterable<CheckEvidence>;
  close(): Promise<void>;
}

/** Creates the file, readable by this user alone. */
export async function createSpool(directory: string = tmpdir()): Promise<Spool> {
  const folder = await mkdtemp(join(directory, 'sverka-'));
  const file = await open(join(folder, 'checks.ndjson'), 'wx+', 0o600);
  const places = new Map<string, Place>();
  let end = 0;
  return {
    async write(id, json) {
      const line = Buffer.from(`${json}\n`);
      const place = { offset: end, length: line.length };
      end += line.length;
      await file.writev([line], place.offset);
      places.set(id, place);
    },
    async *read(ids) {
      for (const id of new Set([...ids, ...places.keys()])) {
        const place = places.get(id);
        if (place) yield await readAt(file, place);
      }
    },
    async close() {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readAt(file: FileHandle, { offset, length }: Place): Promise<CheckEvidence> {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, offset);
  // Nobody else writes to this file: what comes out is what went in.
  return JSON.parse(buffer.toString('utf8'));
}
