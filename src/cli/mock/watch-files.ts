import { messageOf } from '../../node/message-of.ts';
import type { Context } from '../context.ts';
import { watchFolders, whenQuiet } from '../watch-folders.ts';
import type { LoadedContracts } from './load-contracts.ts';

const document = /\.(ya?ml|json)$/i;

/**
 * Reloads when any file of the contracts changes, `$ref`ed ones included; a file that was there once may come back. A
 * document that is broken just now keeps the last good one served.
 */
export function watchFiles(
  loaded: LoadedContracts,
  reload: () => Promise<LoadedContracts>,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): { close(): void } {
  let watching: { close(): void } | undefined;
  const known = new Set<string>();
  const start = ({ contracts, problems }: LoadedContracts) => {
    watching?.close();
    for (const file of contracts.flatMap(({ files }) => files)) known.add(file);
    // The file that a reference misses may be any that comes.
    const missing = problems.some(({ severity }) => severity === 'error');
    watching = watchFolders(known, quiet.changed, (name) => missing && document.test(name));
  };
  const run = async () => {
    try {
      start(await reload());
      stdout.write('The documents changed: reloaded.\n');
    } catch (error) {
      const reason = messageOf(error);
      stderr.write(`The documents changed but cannot be used, the mock goes on as before: ${reason}\n`);
    }
  };
  const quiet = whenQuiet(() => void run());
  start(loaded);
  return {
    close() {
      quiet.cancel();
      watching?.close();
    },
  };
}
