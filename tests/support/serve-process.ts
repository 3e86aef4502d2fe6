// A server process of its own: `node serve-process.ts '{"database":…}'` tells its base URL over IPC.
import { startServer } from '../../src/server/start.ts';

const server = await startServer({
  layout: { port: 0 },
  testing: true,
  ...JSON.parse(process.argv[2] ?? '{}'),
});
process.send?.(server.url);
process.once('disconnect', () => server.close());
