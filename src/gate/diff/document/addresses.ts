import { object, objects, text, texts } from '../../../contract/document/members.ts';
import type { Json } from '../../../contract/json.ts';

/** One URL that a document says it is served at. */
export interface Address {
  /** As people read it, a free variable as `{}`. */
  readonly url: string;
  /** Without the scheme; empty for a URL relative to the document. */
  readonly host: string;
  /** `/v1`; empty at the root. */
  readonly base: string;
}

/** More than anybody writes out; a document may multiply its variables. */
const most = 1000;

/** Every URL of a list of servers, its variables filled in with each of their values; the defaults come first. */
export function addressesOf(servers: Json | undefined): readonly Address[] {
  const urls = objects(servers).flatMap(({ url, variables }) =>
    filledIn((text(url) ?? '/').split(/\{([^{}]*)\}/), object(variables)),
  );
  return [...new Map(urls.map(addressOf).map((address) => [address.url, address])).values()];
}

/** Texts and names of variables take turns. */
function filledIn(parts: readonly string[], variables: Readonly<Record<string, Json>>): readonly string[] {
  return parts.reduce<readonly string[]>(
    (urls, part, index) => {
      const values = index % 2 === 0 ? [part] : valuesOf(variables[part]);
      return urls.flatMap((url) => values.map((value) => url + value)).slice(0, most);
    },
    [''],
  );
}

function valuesOf(variable: Json | undefined): readonly string[] {
  const { enum: list, default: preset } = object(variable);
  const values = texts(list);
  if (values.length === 0) return ['{}'];
  return [...new Set([...(typeof preset === 'string' ? [preset] : []), ...values])];
}

/** Schemes and hosts have no case, the port of a scheme need not be said, nor the slash at the end (RFC 3986, 6.2.3). */
function addressOf(url: string): Address {
  const [, scheme = '', authority = '', rest = ''] =
    /^(?:([a-z][a-z0-9+.-]*:)?\/\/([^/?#]*))?(.*)$/is.exec(url) ?? [];
  const port = { 'https:': ':443', 'http:': ':80' }[scheme.toLowerCase()] ?? '';
  const host = authority.toLowerCase();
  const known = port !== '' && host.endsWith(port) ? host.slice(0, -port.length) : host;
  const base = rest.replace(/\/+$/, '');
  const start = known === '' ? '' : `${scheme.toLowerCase()}//${known}`;
  return { url: `${start}${base}` || '/', host: known, base };
}
