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

export function createJournal(bounds: Bounds = { entries: 1000, bytes: 32 * 1024 * 1024 }): Journal {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  const forget = (entry: Entry) => {
    if (entries.delete(entry.id)) bytes -= sizeOf(entry);
  };
  const makeRoom = () => {
    for (const oldest of entries.values()) {
      if (entries.size <= bounds.entries && bytes <= bounds.bytes) return;
      forget(oldest);
    }
  };
  return {
    add(entry) {
      entries.set(entry.id, entry);
      bytes += sizeOf(entry);
      makeRoom();
    },
    find: (id) => entries.get(id),
    list(limit, session) {
      const all = [...entries.values()];
      return all
        .filter((entry) => session === undefined || entry.session === session)
        .slice(-limit)
        .reverse();
    },
    clear(session) {
      for (const entry of [...entries.values()]) if (entry.session === session) forget(entry);
    },
  };
}

function sizeOf({ exchange }: Entry): number {
  return (exchange.request.body?.length ?? 0) + (exchange.response.body?.length ?? 0);
}
