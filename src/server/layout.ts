import type { Contract } from '../contract/types.ts';

/** `documented`: every contract where its document says. A port (0: any free one): all of them, each under `/{id}`. */
export type Layout = 'documented' | { readonly port: number };

/** Where one contract goes. */
export interface Placement {
  readonly port: number;
  /** No slash at the end; '' is the root. */
  readonly base: string;
}

/** Where the contracts are reached. */
export interface Addresses {
  /** Base URL that carries every contract under `/{id}`; undefined in the documented layout. */
  readonly url: string | undefined;
  /** Base URL of each contract, no slash at the end. */
  readonly urls: Readonly<Record<string, string>>;
}

/** Ports and base paths by `servers[0].url`, or all on one port. */
export function placeContract(contract: Contract, layout: Layout): Placement {
  if (layout !== 'documented') return { port: layout.port, base: `/${contract.id}` };
  const url = new URL(contract.servers[0] ?? 'http://localhost:8000');
  return { port: Number(url.port || 80), base: url.pathname.replace(/\/+$/, '') };
}
