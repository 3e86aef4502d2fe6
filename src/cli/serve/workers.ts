import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, ExitCode } from '../context.ts';
import { READY, REOPEN, SLOT, STOP } from './worker.ts';

/** Before a worker that could not start is tried again, milliseconds; doubled each time. */
const PAUSE = { first: 500, longest: 30_000 };

/**
 * In the first process: keeps `count` copies of itself serving over one database until the signal. Ports are shared by
 * node:cluster. When the first copy cannot start, none can: it has said why, and there is nothing to supervise.
 */
export async function superviseWorkers(
  count: number,
  { signal, stderr }: Pick<Context, 'signal' | 'stderr'>,
): Promise<ExitCode> {
  const relay = () => tellAll(REOPEN);
  process.on('SIGUSR2', relay);
  signal.addEventListener('abort', () => tellAll(STOP), { once: true });
  try {
    // The first one migrates and draws secrets; the others find them there.
    const first = startWorker(0);
    if (!(await first.ready)) return signal.aborted ? 0 : 2;
    const others = Array.from({ length: count - 1 }, (_, index) => startWorker(index + 1));
    await Promise.all([first, ...others].map((started, slot) => keep(started, slot, signal, stderr)));
    return 0;
  } finally {
    process.off('SIGUSR2', relay);
  }
}

interface Started {
  readonly worker: Worker;
  /** True once it serves, false when it ended before. */
  readonly ready: Promise<boolean>;
  readonly ended: Promise<unknown>;
}

function startWorker(slot: number): Started {
  const worker = cluster.fork({ [SLOT]: slot });
  const ended = once(worker, 'exit');
  const serving = new Promise<boolean>((resolve) => {
    worker.on('message', (message) => message === READY && resolve(true));
  });
  return { worker, ready: Promise.race([serving, ended.then(() => false)]), ended };
}

/** Resolves when the worker has ended and the signal says that this was meant; until then starts another in its place. */
async function keep(
  started: Started,
  slot: number,
  signal: AbortSignal,
  stderr: Context['stderr'],
): Promise<void> {
  let pause = PAUSE.first;
  for (let current = started; ; current = startWorker(slot)) {
    const { pid } = current.worker.process;
    const served = await current.ready;
    if (served) stderr.write(`worker ${pid} serves\n`);
    await current.ended;
    if (signal.aborted) return;
    stderr.write(`worker ${pid} ended, starting another\n`);
    pause = served ? PAUSE.first : Math.min(pause * 2, PAUSE.longest);
    if (!served) await sleep(pause, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
  }
}

/** By message, not by signal: Ctrl-C has reached the whole group already, and a second signal would cut short what is under way. */
function tellAll(message: string): void {
  for (const worker of Object.values(cluster.workers ?? {})) {
    if (worker?.isConnected()) worker.send(message, () => {});
  }
}
