import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckEvidence } from './types.ts';

/** Bytes gathered before one write, and read at once: a system call for each check would cost more than the check. */
const BLOCK = 262_144;
/** Bytes of lines whose checks stay in memory as well: the reports of an ordinary run read no file and parse nothing. */
const KEPT = 4_194_304;

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** One NDJSON line a check in a temporary file; of a long run only where each line stands is kept in memory. */
export interface Spool {
  write(check: CheckEvidence): Promise<void>;
  /** Checks in the order of `ids`, then the rest in the order they were written. */
  read(ids: readonly string[]): AsyncIterable<CheckEvidence>;
  close(): Promise<void>;
}

/** Creates the file, readable by this user alone. */
export async function createSpool(directory: string = tmpdir()): Promise<Spool> {
  const folder = await mkdtemp(join(directory, 'sverka-'));
  const file = await open(join(folder, 'checks.ndjson'), 'wx+', 0o600);
  const places = new Map<string, Place>();
  const kept = new Map<string, CheckEvidence>();
  let pending: string[] = [];
  let written = 0;
  let end = 0;
  let writing: Promise<void> = Promise.resolve();

  /** Resolves when everything given so far is in the file. */
  const flush = () => {
    const [lines, at] = [pending.join(''), written];
    pending = [];
    written = end;
    // What a write resolves to holds its bytes: nothing of it may be kept.
    if (lines)
      writing = Promise.all([writing, file.write(Buffer.from(lines), 0, null, at)]).then(() => undefined);
    return writing;
  };

  return {
    async write(check) {
      const line = `${JSON.stringify(check)}\n`;
      const length = Buffer.byteLength(line);
      places.set(check.id, { offset: end, length });
      end += length;
      if (end <= KEPT) kept.set(check.id, check);
      pending.push(line);
      if (end - written >= BLOCK) await flush();
    },
    async *read(ids) {
      await flush();
      const readAt = createReader(file);
      for (const id of new Set([...ids, ...places.keys()])) {
        const place = places.get(id);
        // Nobody else writes to this file: what comes out is what went in.
        if (place) yield kept.get(id) ?? JSON.parse(await readAt(place));
      }
    },
    async close() {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Reads places, a block at a time: checks mostly finish in the order they are read in. */
function createReader(file: FileHandle): (place: Place) => Promise<string> {
  let start = 0;
  let block = Buffer.alloc(0);
  return async ({ offset, length }) => {
    if (offset < start || offset + length > start + block.length) {
      const buffer = Buffer.alloc(Math.max(length, BLOCK));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      start = offset;
      block = buffer.subarray(0, bytesRead);
    }
    return block.toString('utf8', offset - start, offset - start + length);
  };
}
