import type { Outcome, Transport } from './transport.ts';

export interface SmsGatewayOptions {
  /** Where messages are posted to. */
  readonly url: string;
  /** Bearer token, when the gateway wants one. */
  readonly token?: string | undefined;
  /** Milliseconds to wait for an answer; 10 seconds unless said. */
  readonly timeout?: number | undefined;
}

/** Answers about this message: nothing will make it acceptable. A wrong token or URL, someone can mend. */
const refusals = new Set([400, 413, 422]);

/**
 * SMS by the contract of `docs/sms-gateway.yaml`: the message and its id go out as JSON with the id as `Idempotency-Key`,
 * and any 2xx means that the gateway has it. The gateway sends one SMS for one key, so a try that timed out is repeated.
 */
export function createSmsGateway({ url, token, timeout = 10_000 }: SmsGatewayOptions): Transport {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    channel: 'sms',
    idempotent: true,
    async send({ id, to, text }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': id, ...authorization },
          body: JSON.stringify({ id, to, text }),
          redirect: 'manual',
          signal: AbortSignal.timeout(timeout),
        });
        await response.body?.cancel();
        return judge(response);
      } catch (error) {
        return { kind: 'later', reason: describe(error) };
      }
    },
  };
}

function judge({ ok, status, headers }: Response): Outcome {
  if (ok) return { kind: 'sent' };
  const reason = `the gateway answered ${status}`;
  if (refusals.has(status)) return { kind: 'never', reason };
  return { kind: 'later', reason, retryAfter: secondsIn(headers.get('retry-after')) };
}

/** Seconds alone; a date (RFC 9110, section 10.2.3) is left to our own pace. */
function secondsIn(header: string | null): number | undefined {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) : undefined;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'the gateway cannot be reached';
  if (error.name === 'TimeoutError') return 'the gateway did not answer in time';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause
    ? `gateway: ${cause.code}`
    : 'the gateway cannot be reached';
}
