import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { watchFolders, whenQuiet } from '../watch-folders.ts';
import type { Checked } from './check.ts';

/** Runs, waits until one of the files changes, runs again, until Ctrl-C. A mistake in a document does not end it. */
export async function watchChecks(once: () => Promise<Checked>, context: Context): Promise<ExitCode> {
  let files: readonly string[] = [];
  while (!context.signal.aborted) {
    try {
      ({ files } = await once());
    } catch (error) {
      if (!(error instanceof CommandFailure) || files.length === 0) throw error;
      context.stderr.write(`sverka: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`);
    }
    if (context.signal.aborted) break;
    context.stdout.write(`\nwatching ${files.length} files, Ctrl-C ends it\n`);
    const changed = await anyChange(files, context.signal);
    if (changed !== undefined) context.stdout.write(`\n${'─'.repeat(20)} ${changed} changed\n\n`);
  }
  return 130;
}

/** The name of the file that has changed, or undefined when the signal is aborted. */
function anyChange(files: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const quiet = whenQuiet((name = 'a file') => resolve(name));
  const watching = watchFolders(files, quiet.changed);
  const stop = () => resolve(undefined);
  signal.addEventListener('abort', stop, { once: true });
  return promise.finally(() => {
    quiet.cancel();
    signal.removeEventListener('abort', stop);
    watching.close();
  });
}
