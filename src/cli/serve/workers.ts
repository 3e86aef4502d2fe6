import cluster from 'node:cluster';
import { once } from 'node:events';
import type { ServerOptions } from '../../server/server-options.ts';
import type { Context, ExitCode } from '../context.ts';

/** A worker that dies within this many milliseconds of its start will die again: no use in starting another. */
const tooSoon = 1_000;

/**
 * In the first process: starts `count` copies of itself over one database and keeps their number until the signal. In a
 * copy: returns `worker` at once, so that it serves. Ports are shared by node:cluster.
 */
export async function serveWithWorkers(
  count: number,
  { testing }: ServerOptions,
  { signal, stderr }: Context,
): Promise<ExitCode | 'worker'> {
  if (cluster.isWorker) return 'worker';
  const startedAt = new Map<number, number>();
  const ended = Promise.withResolvers<ExitCode>();
  const start = () => startedAt.set(cluster.fork().id, performance.now());
  // The first one migrates and draws secrets; the others find them there.
  start();
  await Promise.race([once(cluster, 'listening'), once(cluster, 'exit')]);
  cluster.on('exit', (worker, code) => {
    if (signal.aborted) return;
    if (performance.now() - (startedAt.get(worker.id) ?? 0) < tooSoon) {
      ended.resolve(2);
      return;
    }
    stderr.write(`worker ${worker.process.pid} ended with ${code}, starting another\n`);
    start();
  });
  for (let i = 1; i < count; i += 1) start();
  stderr.write(`${count} workers${testing ? ', testing switches are on: not for production' : ''}\n`);
  signal.addEventListener('abort', () => ended.resolve(0), { once: true });
  const code = await ended.promise;
  await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => stop(worker)));
  return code;
}

async function stop(worker: import('node:cluster').Worker | undefined): Promise<void> {
  if (!worker || worker.isDead()) return;
  const gone = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  await gone;
}
