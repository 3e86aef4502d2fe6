/** A session that is open. */
interface OpenSession {
  readonly session: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Which sessions are open. The one without a name, which all requests without `X-Mock-Session` share, always is. */
export interface Sessions {
  isOpen(name: string): boolean;
  /** Opens it unless it is open; either way it now is the one last used. */
  open(name: string): OpenSession;
  close(name: string): void;
  /** The one last used first. */
  list(): readonly OpenSession[];
}

/** Keeps at most so many sessions: beyond it, the one that was unused longest is `forgotten`, with all it holds. */
export function createSessions(forgotten: (name: string) => void, most = 200): Sessions {
  const sessions = new Map<string, OpenSession>();
  return {
    isOpen: (name) => name === '' || sessions.has(name),
    open(name) {
      const known = sessions.get(name) ?? { session: name, createdAt: new Date().toISOString() };
      sessions.delete(name);
      sessions.set(name, known);
      const [oldest] = sessions.keys();
      if (oldest !== undefined && sessions.size > most) {
        sessions.delete(oldest);
        forgotten(oldest);
      }
      return known;
    },
    close(name) {
      sessions.delete(name);
    },
    list: () => [...sessions.values()].reverse(),
  };
}
