import type { Forced, Preferences } from '../exchange.ts';
import type { Routed } from '../types.ts';

/** A forced response as it is kept: `times` counts down. */
export interface Override extends Forced {
  readonly times?: number;
}

/** Forced responses, each session for itself; operations are named `contract.operation`. */
export interface Overrides {
  get(session: string, operation: string): Override | undefined;
  put(session: string, operation: string, override: Override): void;
  clear(session: string, operation?: string): void;
  /** What is forced for this request; it counts as one of `times`. A request that asks for a response itself gets that. */
  take(session: string, routed: Routed): Forced | undefined;
}

/** `ended` is called when the last of `times` was taken. */
export function createOverrides(ended: () => void): Overrides {
  const sessions = new Map<string, Map<string, Override>>();
  const get = (session: string, operation: string) => sessions.get(session)?.get(operation);
  const clear = (session: string, operation?: string) => {
    const own = sessions.get(session);
    if (operation !== undefined) own?.delete(operation);
    if (operation === undefined || own?.size === 0) sessions.delete(session);
  };
  const put = (session: string, operation: string, override: Override) => {
    const own = sessions.get(session) ?? new Map<string, Override>();
    sessions.set(session, own.set(operation, override));
  };
  return {
    get,
    put,
    clear,
    take(session, { site, operation, incoming }) {
      if (sessions.size === 0 || asksItself(incoming.preferences)) return undefined;
      const id = `${site.contract.id}.${operation.id}`;
      const override = get(session, id);
      if (override?.times === undefined) return override;
      const { times, ...forced } = override;
      if (times > 1) put(session, id, { ...forced, times: times - 1 });
      else {
        clear(session, id);
        ended();
      }
      return forced;
    },
  };
}

function asksItself({ code, example, dynamic }: Preferences): boolean {
  return code !== undefined || example !== undefined || dynamic !== undefined;
}
