import autocannon from 'autocannon';
import { median } from '../measure.ts';
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
): Promise<Record<Name, Speed>> {
  const names = Object.keys(loads) as Name[];
  const seen = new Map<Name, Speed[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const speed = await press(loads[name]);
      // The first round only warms up.
      if (round > 0) seen.get(name)?.push(speed);
    }
  }
  const middle = (name: Name): Speed => {
    const all = seen.get(name) ?? [];
    return {
      perSecond: median(all.map(({ perSecond }) => perSecond)),
      cpuUs: median(all.map(({ cpuUs }) => cpuUs)),
    };
  };
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as Record<Name, Speed>;
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
