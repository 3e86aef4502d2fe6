import type { Contract } from '../src/contract/types.ts';
import { type MockOptions, settle } from './options.ts';
import { answer, type Engine } from './pipeline.ts';
import { createSites } from './sites.ts';
import { authenticate } from './slots/authenticate.ts';
import { generate } from './slots/generate.ts';
import { negotiate } from './slots/negotiate.ts';
import { respond } from './slots/respond.ts';
import { route } from './slots/route.ts';
import { validate } from './slots/validate.ts';
import type { MockRequest, MockResponse, Site, Slots } from './types.ts';

export interface Mock {
  /** Answers one request. Never rejects. */
  handle(request: MockRequest): Promise<MockResponse>;
  readonly sites: readonly Site[];
}

/** Settings, places and steps for some contracts. */
export function createEngine(contracts: readonly Contract[], options: MockOptions): Engine {
  const settings = settle(options);
  const sites = createSites(contracts, settings);
  const slots: Slots = {
    route,
    authenticate,
    validate,
    behave: [],
    negotiate,
    generate,
    respond,
    ...options.slots,
  };
  return { settings, sites, slots };
}

/** A mock of some contracts: a function from request to response, without a server. */
export function createMock(contracts: readonly Contract[], options: MockOptions = {}): Mock {
  const engine = createEngine(contracts, options);
  return { sites: engine.sites, handle: (request) => answer(engine, request) };
}
