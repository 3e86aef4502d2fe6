let known = 0;
let text = '';

/** pino's `timestamp`: the time as ISO 8601. A busy server writes many lines in one millisecond; it is printed once. */
export function isoTimestamp(): string {
  const now = Date.now();
  if (now !== known) {
    known = now;
    text = `,"time":"${new Date(now).toISOString()}"`;
  }
  return text;
}
