const VALID = /^[\w.~:-]{1,128}$/;

/** The id that a request brings, where it is one that a response may repeat. */
export function sentRequestId(headers: Readonly<Record<string, unknown>>): string | undefined {
  const sent = headers['x-request-id'];
  return typeof sent === 'string' && VALID.test(sent) ? sent : undefined;
}
