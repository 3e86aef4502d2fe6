import { processFigures } from '../../node/process-figures.ts';

/** Counts requests for Prometheus. One for each process. */
export interface Metrics {
  /** `operation`: its id, or '' for a path or method that no document has. */
  observe(contract: string, operation: string, status: number, durationMs: number): void;
  /** Prometheus text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). */
  text(): string;
}

/** Upper bounds, seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const NAME = 'http_request_duration_seconds';

/** The requests of one contract, operation and status. */
interface Series {
  readonly labels: string;
  /** How many fell into each bucket alone; the last number counts those beyond all. */
  readonly counts: number[];
  sum: number;
}

export function createMetrics(): Metrics {
  const known = new Map<string, Series>();
  return {
    observe(contract, operation, status, durationMs) {
      const labels = `contract="${contract}",operation="${operation}",status="${status}"`;
      const series = known.get(labels) ?? newSeries(labels);
      known.set(labels, series);
      const seconds = durationMs / 1000;
      const bucket = BUCKETS.findIndex((bound) => seconds <= bound);
      const at = bucket < 0 ? BUCKETS.length : bucket;
      series.counts[at] = (series.counts[at] ?? 0) + 1;
      series.sum += seconds;
    },
    text() {
      const requests = [...known.values()].flatMap(printSeries);
      const head = [`# HELP ${NAME} Time from request to reply.`, `# TYPE ${NAME} histogram`];
      return [...head, ...requests, ...processFigures(), ''].join('\n');
    },
  };
}

function newSeries(labels: string): Series {
  return { labels, counts: [...BUCKETS.map(() => 0), 0], sum: 0 };
}

/** Prometheus counts in each bucket those of the smaller ones as well. */
function printSeries({ labels, counts, sum }: Series): string[] {
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    return `${NAME}_bucket{${labels},le="${BUCKETS[index] ?? '+Inf'}"} ${total}`;
  });
  return [...buckets, `${NAME}_sum{${labels}} ${sum}`, `${NAME}_count{${labels}} ${total}`];
}
