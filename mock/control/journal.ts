import type { MockExchange } from '../node.ts';

/** One exchange with the session it belongs to; empty for the one that all others share. */
export interface Entry {
  readonly id: string;
  readonly session: string;
  readonly exchange: MockExchange;
}

/** What happened lately, of all sessions. */
export interface Journal {
  add(entry: Entry): void;
  find(id: string): Entry | undefined;
  /** Newest first. */
  list(limit: number, session?: string): readonly Entry[];
  clear(session: string): void;
}

/** How much is kept at most; beyond it the oldest goes. */
interface Bounds {
  readonly entries: number;
  /** Of bodies, all together. */
  readonly bytes: number;
}

/** So many at a time are let go: taking one off the front of a long list costs as much as taking many. */
const batch = 64;

export function createJournal(bounds: Bounds = { entries: 1000, bytes: 32 * 1024 * 1024 }): Journal {
  let entries: Entry[] = [];
  let bytes = 0;
  const keep = (kept: Entry[]) => {
    entries = kept;
    bytes = kept.reduce((sum, entry) => sum + sizeOf(entry), 0);
  };
  return {
    add(entry) {
      entries.push(entry);
      bytes += sizeOf(entry);
      if (entries.length > bounds.entries) keep(entries.slice(batch));
      while (bytes > bounds.bytes && entries.length > 0) keep(entries.slice(Math.ceil(entries.length / 2)));
    },
    find: (id) => entries.findLast((entry) => entry.id === id),
    list(limit, session) {
      const shown = entries.filter((entry) => session === undefined || entry.session === session);
      return shown.slice(-limit).reverse();
    },
    clear: (session) => keep(entries.filter((entry) => entry.session !== session)),
  };
}

function sizeOf({ exchange }: Entry): number {
  return (exchange.request.body?.length ?? 0) + (exchange.response.body?.length ?? 0);
}
