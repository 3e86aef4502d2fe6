import { useEffect, useState } from 'preact/hooks';
import { api, apiBase, type Message, type Operation, type Request, type Session, type State } from './api.ts';

/** All that the page shows, apart from what is opened in it. */
export interface Model {
  /** Newest first. */
  readonly requests: readonly Request[];
  readonly operations: readonly Operation[];
  readonly messages: readonly Message[];
  readonly state: State | undefined;
  readonly sessions: readonly Session[];
  /** The one that switches, inbox and state are for; empty for the shared one. */
  readonly session: string;
  readonly live: boolean;
  /** Something went wrong, in one sentence. */
  readonly trouble: string | undefined;
}

const MOST = 500;

let model: Model = {
  requests: [],
  operations: [],
  messages: [],
  state: undefined,
  sessions: [],
  session: '',
  live: false,
  trouble: undefined,
};
const watchers = new Set<(model: Model) => void>();

function set(change: Partial<Model>): void {
  model = { ...model, ...change };
  for (const watch of watchers) watch(model);
}

/** The model, drawn again whenever it changes. */
export function useModel(): Model {
  const [shown, show] = useState(model);
  useEffect(() => {
    watchers.add(show);
    show(model);
    return () => watchers.delete(show);
  }, []);
  return shown;
}

/** Does something to the mock, then looks at it again; a refusal becomes the page's trouble. */
export async function act(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    set({ trouble: undefined });
  } catch (error) {
    set({ trouble: error instanceof Error ? error.message : String(error) });
  }
  await refresh();
}

export function dismiss(): void {
  set({ trouble: undefined });
}

export async function chooseSession(session: string): Promise<void> {
  set({ session, messages: [], state: undefined });
  await refresh();
}

type Extent = 'all' | 'what requests change';

let again: Extent | undefined;
let busy = false;

/** Everything but the requests; those that come while it runs make it run once more, not many times. */
async function refresh(extent: Extent = 'all'): Promise<void> {
  if (busy) {
    again = again === 'all' ? 'all' : extent;
    return;
  }
  busy = true;
  try {
    for (let next: Extent | undefined = extent; next !== undefined; next = again) {
      again = undefined;
      await look(next);
    }
  } catch {
    // The mock is gone for a moment; the stream of events tells when it is back.
  } finally {
    busy = false;
  }
}

async function look(extent: Extent): Promise<void> {
  const { sessions } = await api.sessions();
  const known = model.session === '' || sessions.some(({ session }) => session === model.session);
  const session = known ? model.session : '';
  // A request changes no operation, unless it uses up one that is forced for a number of them.
  const counted = model.operations.some(({ override }) => override?.times !== undefined);
  const [operations, { messages }, state] = await Promise.all([
    extent === 'all' || counted || !known ? listOperations(session) : model.operations,
    api.inbox(session),
    api.state(session),
  ]);
  // Another session may have been chosen meanwhile: what came is not its own.
  if (session === model.session || !known) set({ session, sessions, operations, messages, state });
}

const listOperations = async (session: string) => (await api.operations(session)).operations;

let timer: ReturnType<typeof setTimeout> | undefined;

/** A burst of requests is looked into once. */
function refreshSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(refresh, 80, 'what requests change');
}

/** Requests that came meanwhile are drawn together, milliseconds: one by one, hundreds would freeze the page. */
const BURST = 50;
let arrived: Request[] = [];

function showArrived(): void {
  const known = new Set(arrived.map(({ id }) => id));
  const requests = [...arrived, ...model.requests.filter(({ id }) => !known.has(id))].slice(0, MOST);
  arrived = [];
  set({ requests });
}

/** Connects to the mock and stays connected. */
export function connect(): void {
  const events = new EventSource(`${apiBase}/events`);
  events.onopen = async () => {
    set({ live: true });
    await reload();
  };
  events.onerror = () => set({ live: false });
  events.addEventListener('request', ({ data }) => {
    if (arrived.unshift(JSON.parse(data)) === 1) setTimeout(showArrived, BURST);
    refreshSoon();
  });
  events.addEventListener('changed', () => void reload());
}

async function reload(): Promise<void> {
  // What came until now is in the list; or it was cleared.
  arrived = [];
  try {
    const { requests } = await api.requests();
    set({ requests });
  } catch {
    // As above.
  }
  await refresh();
}
