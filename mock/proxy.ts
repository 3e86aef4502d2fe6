import type { Contract } from '../src/contract/types.ts';
import { createEngine, type Mock } from './handle.ts';
import type { MockOptions } from './options.ts';
import { answerByUpstream } from './proxy/answer.ts';
import { createForward } from './proxy/forward.ts';
import { findRoute } from './slots/route.ts';

export interface ProxyOptions extends MockOptions {
  readonly upstream: URL;
  /** `http://user:password@proxy:3128`, where the upstream is reached through another proxy. */
  readonly upstreamProxy?: string;
}

/** A proxy that tells where requests and responses break their contract; in place of a mock behind the same edges. */
export function createProxy(contracts: readonly Contract[], options: ProxyOptions): Mock {
  const engine = createEngine(contracts, options);
  const forward = createForward(options.upstream, options.upstreamProxy);
  return {
    sites: engine.sites,
    state: undefined,
    find: (method, path) => findRoute(engine.sites, method, path),
    handle: (request) => answerByUpstream(engine, forward, request),
  };
}
