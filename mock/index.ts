/**
 * The mock as a library: a function from request to response, and a server around it.
 *
 *     const { contract } = await loadContract('api.yaml');
 *     const server = await serveMock(createMock([contract]), { port: 4010, host: '127.0.0.1' });
 */

export type { CallbackRequest } from './callbacks/callback-request.ts';
export { type CallbackOutcome, callbackSender } from './callbacks/send-callback.ts';
export type { MockRequest, MockResponse } from './exchange.ts';
export { createMock, type Mock } from './handle.ts';
export { type MockExchange, type MockServer, type ServeOptions, serveMock } from './node.ts';
export type { MockOptions } from './options.ts';
export { createProxy, type ProxyOptions } from './proxy.ts';
export { createStore, type Store } from './state/store.ts';
export type { Behaviour, Slots } from './types.ts';
export { fromWebRequest, toWebResponse } from './web.ts';
