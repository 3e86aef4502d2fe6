/**
 * The server as a library, for tests that want the real thing:
 *
 *     const server = await startServer({
 *       database: { kind: 'sqlite', file: ':memory:' },
 *       layout: { port: 0 },
 *       testing: true,
 *     });
 */

export type { ServerOptions } from './server-options.ts';
export { type RunningServer, startServer } from './start.ts';
export { StartError } from './start-error.ts';
