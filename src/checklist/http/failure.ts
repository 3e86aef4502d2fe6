import type { HttpOutcome } from './outcome.ts';

/** The run was ended. */
export class AbortedError extends Error {}

/** The time was up. */
export class TimeoutError extends Error {
  readonly ms: number;

  constructor(ms: number) {
    super();
    this.ms = ms;
  }
}

/** The body is longer than what is read of it. */
export class TooLongError extends Error {
  constructor(limit: number) {
    super(`is longer than ${limit / 1024 / 1024} MB, the most that is read`);
  }
}

/** The body is not what its Content-Encoding says. */
export class EncodingError extends Error {
  constructor(encoding: string) {
    super(`is not ${encoding}, as its Content-Encoding says`);
  }
}

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

/** Why a request to `url` got no answer, or no whole one after its `status` had come, in words for a person. */
export function describeFailure(error: Error, url: string, status: number | undefined): HttpOutcome {
  if (error instanceof AbortedError) return { kind: 'aborted' };
  if (status !== undefined) return { kind: 'no-response', reason: describeBroken(error, status) };
  if (error instanceof TimeoutError)
    return { kind: 'no-response', reason: `no answer within ${error.ms} ms` };
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

/** What to say of a server behind an `http:` URL that turned out to speak TLS. */
export function wantsTls(url: string): HttpOutcome {
  const reason = `cannot reach ${new URL(url).origin}: it speaks TLS; is it https:// instead of http://?`;
  return { kind: 'unreachable', reason };
}

/** Why an answer that had begun could not be read to its end. */
function describeBroken(error: Error, status: number): string {
  if (error instanceof TimeoutError) return `the answer (${status}) did not end within ${error.ms} ms`;
  if (error instanceof TooLongError || error instanceof EncodingError)
    return `the body of the answer (${status}) ${error.message}`;
  if (codeOf(error) !== 'ECONNRESET') return error.message;
  return `the server closed the connection in the middle of its answer (${status})`;
}

/** The code of a system error; of the first one where several addresses were tried. */
export function codeOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
