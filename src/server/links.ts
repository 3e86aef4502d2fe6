import type { Addresses } from './layout.ts';

/**
 * The absolute URL of a contract's path, for mails. Never made of a request's Host header: whoever sends the request would
 * choose where other people's links lead.
 *
 * @example await linkTo('event-messenger', `/user/confirm/${token}`)
 */
export type LinkTo = (contractId: string, path: string) => Promise<string>;

/**
 * Links below `publicUrl`, the address people reach this server by, with the path that the layout gives the contract;
 * without one, below the address the server listens on, known once its ports are open.
 */
export function createLinks(publicUrl: string | undefined, addresses: Promise<Addresses>): LinkTo {
  return async (contractId, path) => {
    const { urls } = await addresses;
    const local = urls[contractId];
    if (local === undefined) throw new Error(`no contract ${contractId} is served`);
    const base = publicUrl === undefined ? local : withoutSlash(publicUrl) + new URL(local).pathname;
    return withoutSlash(base) + path;
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
