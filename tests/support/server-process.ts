import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DatabaseOptions } from '../../src/server/database/database.ts';
import type { ServerOptions } from '../../src/server/server-options.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it without a chance to tidy up (SIGKILL). */
  kill(): Promise<void>;
}

const script = fileURLToPath(new URL('serve-process.ts', import.meta.url));

/** `options`: further ones, as far as JSON carries them. It is started for testing unless they say otherwise. */
export async function startServerProcess(
  database: DatabaseOptions,
  options: Partial<ServerOptions> = {},
): Promise<ServerProcess> {
  const child = fork(script, [JSON.stringify({ ...options, database })], { stdio: 'inherit' });
  const [url] = await once(child, 'message');
  return {
    url: String(url),
    async kill() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
