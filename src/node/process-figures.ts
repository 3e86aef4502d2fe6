import { performance } from 'node:perf_hooks';
import { cpuUsage, memoryUsage } from 'node:process';

interface Figure {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly help: string;
  read(): number;
}

/** Named as other clients of Prometheus name them, so that ready-made dashboards find them. */
const figures: readonly Figure[] = [
  {
    name: 'process_cpu_seconds_total',
    type: 'counter',
    help: 'CPU time of this process, seconds.',
    read: () => (cpuUsage().user + cpuUsage().system) / 1e6,
  },
  {
    name: 'process_resident_memory_bytes',
    type: 'gauge',
    help: 'Resident memory of this process, bytes.',
    read: () => memoryUsage.rss(),
  },
  {
    name: 'process_start_time_seconds',
    type: 'gauge',
    help: 'When this process started, Unix time.',
    read: () => performance.timeOrigin / 1000,
  },
  {
    name: 'nodejs_eventloop_active_seconds_total',
    type: 'counter',
    help: 'Time that the event loop was busy, seconds; its rate is the share of one core.',
    read: () => performance.eventLoopUtilization().active / 1000,
  },
];

/** Lines of the Prometheus text format about this process. */
export function processFigures(): string[] {
  return figures.flatMap(({ name, type, help, read }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    `${name} ${read()}`,
  ]);
}
