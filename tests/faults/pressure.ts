import { setTimeout as sleep } from 'node:timers/promises';
import { freshPayment } from '../server/cases/webhook-2can.ts';
import { ask } from '../support/http.ts';

/** No answer for so long is a hang, milliseconds. Generous: the machine may be busy with other tests. */
const HANG = 60_000;

/** Payments that keep coming, as from a payment system that reports each once. */
export interface Pressure {
  /** Ids whose delivery was acknowledged. */
  readonly acknowledged: readonly string[];
  /** Answers other than 200, as `503 {"detail":"Database error"}`, with how often each came. */
  readonly refusals: ReadonlyMap<string, number>;
  /** Requests that got no answer because the connection broke. */
  readonly broken: () => number;
  /** Resolves once `count` more payments were acknowledged. */
  more(count: number): Promise<void>;
  /** Resolves when the last request has its answer. */
  stop(): Promise<void>;
}

/** Presses with `lanes` requests at a time until stopped. `url` is asked before each: a server may come back elsewhere. */
export function startPressure(url: () => string, lanes = 8): Pressure {
  const acknowledged: string[] = [];
  const refusals = new Map<string, number>();
  let broken = 0;
  let stopped = false;
  const deliver = async () => {
    const payment = freshPayment();
    const outcome = await attempt(`${url()}/webhook-2can/`, payment);
    if (outcome === 'broken') broken += 1;
    else if (outcome.startsWith('200 ')) acknowledged.push(payment.Id);
    else refusals.set(outcome, (refusals.get(outcome) ?? 0) + 1);
    // Whoever is refused waits a little; otherwise a server that is away would be asked a thousand times a second.
    if (!outcome.startsWith('200 ')) await sleep(20);
  };
  const lane = async () => {
    while (!stopped) await deliver();
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    acknowledged,
    refusals,
    broken: () => broken,
    async more(count) {
      const enough = acknowledged.length + count;
      while (acknowledged.length < enough) await Promise.race([sleep(5), running]);
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** `200 {"ans":…}`, or `broken` where there was no answer. A request without an end is a failure of the test. */
async function attempt(url: string, body: unknown): Promise<string> {
  const hang = sleep(HANG, 'hang', { ref: false });
  const answer = ask(url, { body }).then(
    ({ status, body: said }) => `${status} ${JSON.stringify(said)}`,
    () => 'broken',
  );
  const outcome = await Promise.race([answer, hang]);
  return outcome === 'hang' ? `no answer within ${HANG} ms` : outcome;
}
