import type { World } from '../../server/in-process.ts';

/** A database for each session, opened when it is first needed. */
export interface Worlds {
  use<Result>(session: string, work: (world: World) => Promise<Result>): Promise<Result>;
  /** The session's next use opens another one. */
  forget(session: string): void;
  /** Forgets all. */
  close(): void;
}

interface Held {
  readonly world: Promise<World>;
  /** Requests under way. */
  busy: number;
  forgotten: boolean;
}

export function createWorlds(open: () => Promise<World>): Worlds {
  const sessions = new Map<string, Held>();
  const hold = (session: string): Held => {
    const known = sessions.get(session);
    if (known !== undefined) return known;
    const held: Held = { world: open(), busy: 0, forgotten: false };
    sessions.set(session, held);
    return held;
  };
  const forget = (session: string) => {
    const held = sessions.get(session);
    if (held === undefined) return;
    sessions.delete(session);
    held.forgotten = true;
    closeUnused(held);
  };
  return {
    forget,
    close: () => [...sessions.keys()].forEach(forget),
    async use(session, work) {
      const held = hold(session);
      held.busy += 1;
      try {
        return await work(await held.world);
      } finally {
        held.busy -= 1;
        closeUnused(held);
      }
    },
  };
}

/** A database is closed only when no request works on it any more. */
function closeUnused({ world, busy, forgotten }: Held): void {
  if (!forgotten || busy > 0) return;
  void world.then(
    (one) => one.close(),
    () => {},
  );
}
