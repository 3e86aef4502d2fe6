import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DatabaseOptions } from '../../src/server/database/database.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it without a chance to tidy up (SIGKILL). */
  kill(): Promise<void>;
}

const script = fileURLToPath(new URL('serve-process.ts', import.meta.url));

export async function startServerProcess(database: DatabaseOptions): Promise<ServerProcess> {
  const child = fork(script, [JSON.stringify({ database })], { stdio: 'inherit' });
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
