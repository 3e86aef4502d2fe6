import cluster from 'node:cluster';

/** What a worker tells the first process once it serves. */
export const READY = 'ready';
/** What the first process tells its workers. */
export const STOP = 'stop';
export const REOPEN = 'reopen';

/** The variable by which a worker learns its place among them, which whoever replaces it gets as well. */
export const SLOT = 'SVERKA_WORKER_SLOT';

/** 0, 1, 2, … among the workers; 0 in a process that is nobody's worker. */
export function ownSlot(): number {
  return cluster.isWorker ? Number(process.env[SLOT] ?? 0) : 0;
}

/** A worker's line to the first process. */
export interface Supervisor {
  /** True for the one worker that speaks for all. */
  readonly first: boolean;
  /** Says that this worker serves. */
  ready(): void;
  /** Hangs up; without that the process would stay. */
  leave(): void;
}

/** In a worker: does as the first process says. Undefined in a process that is nobody's worker. */
export function listenToSupervisor(orders: { stop(): void; reopen(): void }): Supervisor | undefined {
  const { worker } = cluster;
  if (!worker) return undefined;
  process.on('message', (message) => {
    if (message === STOP) orders.stop();
    if (message === REOPEN) orders.reopen();
  });
  return {
    first: worker.id === 1,
    ready: () => void process.send?.(READY),
    leave: () => worker.disconnect(),
  };
}
