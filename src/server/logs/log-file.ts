import { mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';
import { StartError } from '../start-error.ts';

/** A file that lines are appended to. */
export interface LogFile {
  write(line: string): void;
  /** Resolves when every line is written. */
  close(): Promise<void>;
}

/** Milliseconds that a line waits at most for others to be written together with it. */
const GATHER = 15;

/** Opens a file for appending, its folders made where missing; writes off the main thread. Throws StartError `bad-log`. */
export function openLogFile(path: string): LogFile {
  const destination = pino.destination({ dest: openForAppending(path), sync: false, minLength: 16_000 });
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    destination.flush();
  };
  return {
    write(line) {
      destination.write(line);
      timer ??= setTimeout(flush, GATHER);
    },
    close() {
      clearTimeout(timer);
      const closed = new Promise<void>((resolve) => destination.once('close', resolve));
      destination.end();
      return closed;
    },
  };
}

function openForAppending(path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'a');
  } catch (cause) {
    throw new StartError('bad-log', `the log file ${path} cannot be written`, { cause });
  }
}
