import type { HttpOutcome } from './outcome.ts';

/** The run was ended. */
export class AbortedError extends Error {}

/** The time was up. */
export class TimeoutError extends Error {}

const unreachableCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  ETIMEDOUT: 'the connection timed out',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed (NODE_EXTRA_CA_CERTS names one to trust)',
};

/** Why a request to `url` got no answer, in words for a person. */
export function describeFailure(error: Error, url: string): HttpOutcome {
  if (error instanceof AbortedError) return { kind: 'aborted' };
  if (error instanceof TimeoutError) return { kind: 'no-response', reason: error.message };
  const trouble = unreachableCodes[codeOf(error)];
  if (trouble !== undefined) {
    return {
      kind: 'unreachable',
      reason: `cannot reach ${new URL(url).origin}: ${trouble}; is the server running?`,
    };
  }
  const dropped = codeOf(error) === 'ECONNRESET' || codeOf(error) === 'EPIPE';
  return {
    kind: 'no-response',
    reason: dropped ? 'the server closed the connection without an answer' : error.message,
  };
}

/** The code of a system error; of the first one where several addresses were tried. */
export function codeOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
