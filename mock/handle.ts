import type { Contract, RouteResult } from '../src/contract/types.ts';
import { withCallbacks } from './callbacks/with-callbacks.ts';
import type { MockRequest, MockResponse } from './exchange.ts';
import { rememberChoices } from './negotiation/remember-choices.ts';
import { type MockOptions, settle } from './options.ts';
import { answer, type Engine } from './pipeline.ts';
import { createSites } from './routing/sites.ts';
import { authenticate } from './slots/authenticate.ts';
import { generate } from './slots/generate.ts';
import { negotiate } from './slots/negotiate.ts';
import { respond } from './slots/respond.ts';
import { findRoute, route } from './slots/route.ts';
import { validate } from './slots/validate.ts';
import { stateBehaviour } from './state/behaviour.ts';
import { createStore, type Store } from './state/store.ts';
import type { Site, Slots } from './types.ts';

export interface Mock {
  /** Answers one request. Never rejects. */
  handle(request: MockRequest): Promise<MockResponse>;
  /** What the contracts know of a method and path; undefined for a path of none of them. */
  find(method: string, path: string): Exclude<RouteResult, { kind: 'no-path' }> | undefined;
  readonly sites: readonly Site[];
  /** What was created, changed and removed; undefined when nothing is remembered. */
  readonly state: Store | undefined;
}

/** Settings, places and steps for some contracts. `state` is asked before the document. */
export function createEngine(contracts: readonly Contract[], options: MockOptions, state?: Store): Engine {
  const settings = settle(options);
  const sites = createSites(contracts, settings);
  const behave = [...(options.behaviours ?? []), ...(state === undefined ? [] : [stateBehaviour(state)])];
  const slots: Slots = {
    route,
    authenticate,
    validate,
    behave,
    negotiate: rememberChoices(negotiate),
    generate,
    respond: options.sendCallback === undefined ? respond : withCallbacks(respond, options.sendCallback),
    ...options.slots,
  };
  return { settings, sites, slots, force: options.force };
}

/**
 * A mock of some contracts: a function from request to response, without a server. Given `state` it goes on with what
 * another mock remembered.
 */
export function createMock(contracts: readonly Contract[], options: MockOptions = {}, state?: Store): Mock {
  const store = options.state === false ? undefined : (state ?? createStore());
  const engine = createEngine(contracts, options, store);
  return {
    sites: engine.sites,
    state: store,
    find: (method, path) => findRoute(engine.sites, method, path),
    handle: (request) => answer(engine, request),
  };
}
