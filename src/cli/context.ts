import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** A stream of the terminal; `isTTY` and `columns` are there on a real one. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/**
 * Everything a command may touch of the outside. Commands never use `process`, so tests run them in process:
 * they give streams, an environment and a folder, and get an exit code back.
 */
export interface Context {
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Aborted by Ctrl-C or SIGTERM: finish what must be finished, write what was seen, return. */
  readonly signal: AbortSignal;
}

/** 0: all agreed. 1: a finding. 2: could not judge (target down, bad document, bad usage). 130: ended by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;

/**
 * An expected failure that ends a command with exit code 2: one clear sentence on stderr, never a stack trace.
 * `hint` says what to do about it.
 */
export class CommandFailure extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'CommandFailure';
    this.hint = hint;
  }
}

/** Resolves when the signal is aborted: how long a command serves. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
