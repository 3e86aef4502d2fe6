import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Who may use console and control API. */
export interface GuardOptions {
  /** The address the mock listens on. */
  readonly host: string;
  /** Callers from other machines too; otherwise only this one. */
  readonly remote: boolean;
}

/**
 * Why a request is not let in to console and control API; undefined when it is.
 *
 * A page of another site can make a browser send requests here, under the site's own name by DNS rebinding, or under ours.
 * The first shows in `Host`, which is then a public name; the second in `Origin` (Fetch standard) and `Sec-Fetch-Site`.
 */
export function whyRefused(request: IncomingMessage, { host, remote }: GuardOptions): string | undefined {
  const { origin, host: named = '', 'sec-fetch-site': site } = request.headers;
  if (!remote && !isLoopback(request.socket.remoteAddress ?? ''))
    return 'console and control API are for this machine alone; start the mock with --console to open them';
  const own = hostName(`http://${named}`);
  if (own === undefined || !isOurName(own, host))
    return `${named || 'a request without Host'} is no name of this mock`;
  if (origin === undefined) {
    // Scripts and images of other sites send no Origin, but browsers say whose they are. Following a link is fine.
    const embedded = site === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate';
    return embedded ? 'another site may not use the control API of this mock' : undefined;
  }
  const from = hostName(origin);
  return from !== undefined && (from === own || isThisMachine(from))
    ? undefined
    : `${origin} may not use the control API of this mock`;
}

/**
 * An address, `localhost`, a name that no public site has (one without a dot; `host.docker.internal`, as ICANN reserves
 * `.internal`), or the name we were told to listen on.
 */
function isOurName(name: string, host: string): boolean {
  const reserved = !name.includes('.') || name.endsWith('.internal');
  return isIP(name) !== 0 || reserved || isThisMachine(name) || name === host;
}

function isThisMachine(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || (isIP(name) !== 0 && isLoopback(name));
}

function hostName(url: string): string | undefined {
  return URL.parse(url)
    ?.hostname.replace(/^\[|\]$/g, '')
    .toLowerCase();
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
