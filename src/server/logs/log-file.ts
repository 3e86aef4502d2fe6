import { mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';
import { messageOf } from '../../node/message-of.ts';
import { StartError } from '../start-error.ts';

/** A file that lines are appended to. */
export interface LogFile {
  write(line: string): void;
  /** Goes on in a new file of the same path; what was written before ends in the old one, wherever it was moved. */
  reopen(): void;
  /** Resolves when every line is written. */
  close(): Promise<void>;
}

/** Milliseconds that a line waits at most for others to be written together with it. */
const GATHER = 15;

/** Opens a file for appending, its folders made where missing; writes off the main thread. Throws StartError `bad-log`. */
export function openLogFile(path: string): LogFile {
  let destination = openDestination(path);
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
    reopen() {
      const moved = destination;
      destination = openDestination(path);
      moved.end();
    },
    close() {
      clearTimeout(timer);
      const closed = new Promise<void>((resolve) => destination.once('close', resolve));
      destination.end();
      return closed;
    },
  };
}

/** A disk that is full costs lines, not the service: without a listener the error would end the process. */
function openDestination(path: string): ReturnType<typeof pino.destination> {
  return pino
    .destination({ dest: openForAppending(path), sync: false, minLength: 16_000 })
    .on('error', () => {});
}

function openForAppending(path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'a');
  } catch (cause) {
    throw new StartError('bad-log', `the log file ${path} cannot be written (${messageOf(cause)})`, {
      cause,
    });
  }
}
