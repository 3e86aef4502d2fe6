import { sessionOf } from '../ask/session.ts';
import type { Forced } from '../exchange.ts';
import type { MockExchange } from '../node.ts';
import type { Store } from '../state/store.ts';
import type { Routed, Site } from '../types.ts';
import { createHub, type Hub } from './hub.ts';
import type { Implementation } from './implementation.ts';
import { createJournal, type Journal } from './journal.ts';
import { createOverrides, type Overrides } from './overrides.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** What is being controlled; another one after documents were read again. */
interface Controlled {
  readonly sites: readonly Site[];
  /** What the mock itself remembers. */
  readonly state: Store | undefined;
  readonly implementation?: Implementation | undefined;
}

/** Everything that can be seen and changed of a mock while it runs. */
export interface Control {
  readonly journal: Journal;
  readonly overrides: Overrides;
  readonly sessions: Sessions;
  readonly hub: Hub;
  /** What is controlled now. */
  current(): Controlled;
  attach(controlled: Controlled): void;
  /** For the `force` option of a mock. */
  force(routed: Routed): Forced | undefined;
  /** For the `observe` option of a server. */
  observe(exchange: MockExchange): void;
  /** Forced responses, requests, inbox and whatever was written go. */
  reset(session: string): void;
  /** Reset, and the session is open no more. */
  close(session: string): void;
}

export function createControl(): Control {
  const hub = createHub();
  const journal = createJournal();
  const overrides = createOverrides(() => hub.emit({ kind: 'changed' }));
  let current: Controlled = { sites: [], state: undefined };
  const reset = (session: string) => {
    overrides.clear(session);
    journal.clear(session);
    current.state?.reset(session);
    current.implementation?.forget(session);
    hub.emit({ kind: 'changed' });
  };
  const sessions = createSessions(reset);
  const enter = (session: string) => {
    if (session === '') return;
    const known = sessions.isOpen(session);
    sessions.open(session);
    if (!known) hub.emit({ kind: 'changed' });
  };
  return {
    journal,
    overrides,
    sessions,
    hub,
    current: () => current,
    attach(controlled) {
      current = controlled;
      hub.emit({ kind: 'changed' });
    },
    force(routed) {
      const session = sessionOf(routed.incoming.request.headers);
      enter(session);
      return overrides.take(session, routed);
    },
    observe(exchange) {
      const session = sessionOf(exchange.request.headers);
      enter(session);
      const entry = { id: exchange.response.explanation.id, session, exchange };
      journal.add(entry);
      hub.emit({ kind: 'request', entry });
    },
    reset,
    close(session) {
      sessions.close(session);
      reset(session);
    },
  };
}
