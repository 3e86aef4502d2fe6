import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** `sverka` in a process of its own, as a user starts it. */
export interface RunningCommand {
  /** `http://127.0.0.1:…`, the first address it tells, on stdout or stderr. */
  readonly url: string;
  /** False once it has ended, by itself or not. */
  alive(): boolean;
  /** Asks it to end (SIGTERM) and waits until it has. */
  stop(): Promise<void>;
}

const launcher = fileURLToPath(new URL('../../bin/sverka.mjs', import.meta.url));

/** Starts a command that serves; resolves once it tells where. Rejects with what it wrote when it ends before. */
export async function startCommand(argv: readonly string[]): Promise<RunningCommand> {
  const child = spawn(process.execPath, [launcher, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        told += text;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
        if (found !== undefined) resolve(found);
      });
    }
    void exited.then(() => reject(new Error(`sverka ${argv.join(' ')} ended: ${told}`)));
  });
  return {
    url,
    alive: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
