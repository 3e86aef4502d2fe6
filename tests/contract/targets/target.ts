import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogs } from '../../../src/evidence/logs/open.ts';
import type { LogSource } from '../../../src/evidence/types.ts';
import { startCommand } from '../../support/command.ts';

/** Something that keeps the contracts, in a process of its own, with every contract under `/{id}`. */
export interface Target {
  readonly name: TargetName;
  start(): Promise<Subject>;
}

export type TargetName = 'SQLite' | 'PostgreSQL' | 'mock' | 'mock of the documents alone';

/** A target in service. */
export interface Subject {
  readonly url: string;
  /** Undefined where nothing writes a log. */
  readonly logs: LogSource | undefined;
  /** Rows of a table; undefined where a test cannot look into the database. */
  readonly rows: ((table: Stored) => Promise<number>) | undefined;
  /** False once the process has ended by itself. */
  alive(): boolean;
  close(): Promise<void>;
}

/** Tables that requests add rows to. */
export type Stored = 'accounts' | 'payments' | 'events';

interface Running {
  /** Arguments of `sverka`; the folder is empty, for log files and data. */
  argv(folder: string): readonly string[];
  readonly logs: boolean;
  /** Opens the database for counting. */
  open?(folder: string): { rows(table: Stored): Promise<number>; close(): Promise<void> };
  close?(): Promise<void>;
}

/** Starts a command as a subject, in a new folder that goes away with it. */
export async function startSubject({ argv, logs, open, close }: Running): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'sverka-target-'));
  const command = await startCommand(argv(folder));
  const database = open?.(folder);
  const source = logs ? await openFolder(folder) : undefined;
  return {
    url: command.url,
    logs: source,
    rows: database?.rows,
    alive: command.alive,
    async close() {
      await source?.close();
      await database?.close();
      await command.stop();
      await close?.();
      await rm(folder, { recursive: true });
    },
  };
}

async function openFolder(folder: string): Promise<LogSource> {
  const { source } = await openLogs([{ kind: 'file', value: folder }]);
  if (source === undefined) throw new Error(`there are no log files in ${folder}`);
  return source;
}
