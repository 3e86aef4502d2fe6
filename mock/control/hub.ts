import type { Entry } from './journal.ts';

/** What the console is told: a request was answered, or something else is no longer what it was. */
type ControlEvent = { readonly kind: 'request'; readonly entry: Entry } | { readonly kind: 'changed' };

type Listener = (event: ControlEvent) => void;

/** Hands events to whoever listens. */
export interface Hub {
  emit(event: ControlEvent): void;
  /** Returns how to stop listening. */
  listen(listener: Listener): () => void;
}

export function createHub(): Hub {
  const listeners = new Set<Listener>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
