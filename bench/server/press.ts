import autocannon from 'autocannon';
import { median, takeTurns } from '../measure.ts';
import type { Subject } from './subject.ts';

/** What is sent, and to whom. */
export interface Load {
  readonly subject: Subject;
  readonly path: string;
  /** The n-th request. */
  readonly request: (n: number) => {
    method?: 'GET' | 'POST';
    headers?: Record<string, string>;
    body?: string;
  };
  /** Requests a round. */
  readonly amount: number;
}

export interface Speed {
  readonly perSecond: number;
  /** CPU of the server's process for one request, microseconds. */
  readonly cpuUs: number;
}

/** Presses each load in turn, A B C A B C …, so that a machine that drifts drifts for all; the medians. */
export async function pressInTurn<Name extends string>(
  loads: Readonly<Record<Name, Load>>,
  rounds: number,
): Promise<(name: Name) => Speed> {
  const names = Object.entries<Load>(loads);
  const seen = await takeTurns(
    Object.fromEntries(names.map(([name, load]) => [name, () => press(load)])),
    rounds,
  );
  return (name) => ({
    perSecond: median(seen(name).map(({ perSecond }) => perSecond)),
    cpuUs: median(seen(name).map(({ cpuUs }) => cpuUs)),
  });
}

let sent = 0;

/** Throws when one request was not answered with 2xx: a refusal is quick, and no service. */
async function press({ subject, path, request, amount }: Load): Promise<Speed> {
  const cpuBefore = await subject.cpuMs();
  const started = performance.now();
  const result = await autocannon({
    url: subject.url + path,
    connections: 50,
    amount,
    timeout: 60,
    // It ends at the next sample, and those are a second apart unless said.
    sampleInt: 5,
    requests: [
      {
        setupRequest: (plain) => {
          sent += 1;
          return { ...plain, ...request(sent) };
        },
      },
    ],
  });
  const wallMs = performance.now() - started;
  const cpuMs = (await subject.cpuMs()) - cpuBefore;
  if (result['2xx'] !== amount || result.errors > 0) {
    throw new Error(`${path}: ${result['2xx']} of ${amount} requests were served, ${result.errors} errors`);
  }
  return { perSecond: (amount / wallMs) * 1000, cpuUs: (cpuMs / amount) * 1000 };
}
