import type { HttpOutcome } from './outcome.ts';

/** The run was ended. */
export class AbortedError extends Error {}

/** The time was up. */
export class TimeoutError extends Error {}

const untrusted = 'its certificate is not trusted here (NODE_EXTRA_CA_CERTS names one to trust)';
const isItUp = 'is the server running?';

/** By code of the system, of OpenSSL or of Node's HTTP parser: what is wrong, and what to look at. */
const unreachableCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: `connection refused; ${isItUp}`,
  ENOTFOUND: 'there is no such host; is the name right?',
  EAI_AGAIN: 'the host name could not be looked up; is there a network?',
  EHOSTUNREACH: `no route to the host; ${isItUp}`,
  ENETUNREACH: 'no route to the network; is there a network?',
  ETIMEDOUT: `the connection timed out; ${isItUp}`,
  EPROTO: 'it does not speak TLS; is it http:// instead of https://?',
  HPE_INVALID_CONSTANT: 'what answers there does not speak HTTP; is the port right, or is it https://?',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host; is the name right?',
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
};

/** Why a request to `url` got no answer, in words for a person. */
export function describeFailure(error: Error, url: string): HttpOutcome {
  if (error instanceof AbortedError) return { kind: 'aborted' };
  if (error instanceof TimeoutError) return { kind: 'no-response', reason: error.message };
  const trouble = unreachableCodes[codeOf(error)];
  if (trouble !== undefined) {
    return { kind: 'unreachable', reason: `cannot reach ${new URL(url).origin}: ${trouble}` };
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
