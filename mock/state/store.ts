import type { JsonObject } from '../../src/contract/json.ts';

/** One collection of one session, in the order things came. */
export interface Collection {
  readonly things: Map<string, JsonObject>;
  /** Paths whose documented things are among them. */
  readonly begun: Set<string>;
  /** Ids that were removed: asking for them is 404. */
  readonly removed: Set<string>;
  /** The greatest number that was ever an id here; 0 without numbers. */
  highest: number;
}

/** How much is remembered at most; beyond it the oldest is forgotten. */
export interface Bounds {
  readonly sessions: number;
  readonly things: number;
}

/** What a session holds, for people: collection path → things. */
export type Snapshot = Readonly<Record<string, readonly JsonObject[]>>;

export interface Store {
  /** The collection if anything was ever changed in it. */
  peek(session: string, key: string): Collection | undefined;
  /** The collection, begun with the given things when it was never touched. */
  open(
    session: string,
    key: string,
    begin: () => Promise<ReadonlyMap<string, JsonObject>>,
  ): Promise<Collection>;
  /** Adds or replaces. */
  put(session: string, key: string, id: string, thing: JsonObject): void;
  remove(session: string, key: string, id: string): void;
  /** True until something was changed. */
  isEmpty(): boolean;
  sessions(): readonly string[];
  snapshot(session: string): Snapshot;
  /** Forgets one session, or all. */
  reset(session?: string): void;
}

/** Remembers things in memory, each session for itself. */
export function createStore(bounds: Bounds = { sessions: 500, things: 10_000 }): Store {
  const sessions = new Map<string, Map<string, Collection>>();
  const sessionOf = (name: string) => {
    const known = sessions.get(name) ?? new Map<string, Collection>();
    // Last used, last in line: the oldest session goes first.
    sessions.delete(name);
    sessions.set(name, known);
    dropOldest(sessions, bounds.sessions);
    return known;
  };
  const peek = (session: string, key: string) => sessions.get(session)?.get(key);
  return {
    peek,
    async open(session, key, begin) {
      const known = peek(session, key);
      if (known !== undefined) return known;
      const things = new Map(await begin());
      // Another request may have begun it meanwhile: its things must not be lost.
      const meanwhile = peek(session, key);
      if (meanwhile !== undefined) return meanwhile;
      const numbers = [...things.keys()].map(Number).filter(Number.isFinite);
      const collection: Collection = {
        things,
        begun: new Set(),
        removed: new Set(),
        highest: Math.max(0, ...numbers),
      };
      sessionOf(session).set(key, collection);
      dropOldest(sessionOf(session), bounds.things);
      return collection;
    },
    put(session, key, id, thing) {
      const collection = peek(session, key);
      if (collection === undefined) return;
      collection.removed.delete(id);
      collection.things.set(id, thing);
      if (Number(id) > collection.highest) collection.highest = Number(id);
      dropOldest(collection.things, bounds.things);
    },
    remove(session, key, id) {
      const collection = peek(session, key);
      collection?.things.delete(id);
      collection?.removed.add(id);
      if (collection !== undefined) dropOldest(collection.removed, bounds.things);
    },
    isEmpty: () => sessions.size === 0,
    sessions: () => [...sessions.keys()],
    snapshot: (session) =>
      Object.fromEntries(
        [...(sessions.get(session) ?? [])].map(([key, { things }]) => [key, [...things.values()]]),
      ),
    reset(session) {
      if (session === undefined) sessions.clear();
      else sessions.delete(session);
    },
  };
}

/** Drops some at once: to find the first key of a map means to step over every place where one was deleted before. */
function dropOldest(collection: Map<string, unknown> | Set<string>, limit: number): void {
  if (collection.size <= limit + Math.floor(limit / 16)) return;
  for (const key of collection.keys()) {
    if (collection.size <= limit) return;
    collection.delete(key);
  }
}
