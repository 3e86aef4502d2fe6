/** Where a request goes, as node:http takes it. */
interface Place {
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly auth?: string;
}

/** Paths that a URL parser leaves as they are: nothing to encode, no `.` segment to resolve. */
const PLAIN_PATH = /^\/(?!\.|%2e)(?:[\w\-~!$&'()*+,;=:@%.]|\/(?!\.|%2e))*(?:\?[\w\-~!$&()*+,;=:@%./?]*)?$/i;

const origins = new Map<string, Omit<Place, 'path'>>();

/**
 * Takes an absolute URL apart. Origins are remembered, for a run asks few: to parse each URL costs a fifth of the
 * request. Throws for what is no URL.
 */
export function placeOf(url: string): Place {
  const slash = url.indexOf('/', url.indexOf('//') + 2);
  const path = url.slice(slash);
  const known = origins.get(url.slice(0, slash));
  if (known && PLAIN_PATH.test(path)) return { ...known, path };
  const { origin, protocol, hostname, port, pathname, search, username, password } = new URL(url);
  const peer = { protocol, host: hostname.replace(/^\[(.*)\]$/, '$1'), port };
  if (url.startsWith(`${origin}/`)) origins.set(origin, peer);
  const auth = username && { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` };
  return { ...peer, path: pathname + search, ...auth };
}
