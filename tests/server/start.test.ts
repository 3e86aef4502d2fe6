import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../src/server/start.ts';
import { ask } from '../support/http.ts';
import { freshPayment } from './cases/webhook-2can.ts';
import { freshUser, inMemory, startSubject, tokensOf } from './subject.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sverka-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

const onAnyPort = { layout: { port: 0 }, testing: true } as const;

test('a port that is taken is told, and the server can start once it is free', async () => {
  const first = await startServer({ ...inMemory, ...onAnyPort });
  const port = Number(new URL(first.url ?? '').port);
  await expect(startServer({ ...inMemory, ...onAnyPort, layout: { port } })).rejects.toMatchObject({
    code: 'port-in-use',
    message: expect.stringContaining(String(port)),
  });
  await first.close();
  const second = await startServer({ ...inMemory, ...onAnyPort, layout: { port } });
  await second.close();
});

test('a database that cannot be reached is told without its password', async () => {
  const database = { kind: 'postgres', url: 'postgres://anna:s3cret@127.0.0.1:1/shop' } as const;
  await expect(startServer({ ...onAnyPort, database })).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.stringMatching(/^PostgreSQL at 127\.0\.0\.1:1\/shop cannot be reached(?!.*s3cret)/),
  });
  const missing = { kind: 'sqlite', file: join(folder, 'no', 'such', 'folder.sqlite') } as const;
  await expect(startServer({ ...onAnyPort, database: missing })).rejects.toMatchObject({
    code: 'database-unreachable',
  });
});

test('a server that may not migrate tells what is missing, and starts once it is there', async () => {
  const database = { kind: 'sqlite', file: join(folder, 'migrate.sqlite') } as const;
  await expect(startServer({ ...onAnyPort, database, migrate: false })).rejects.toMatchObject({
    code: 'migrations-pending',
    message: expect.stringContaining('0001-accounts'),
  });
  const migrated = await startServer({ ...onAnyPort, database });
  await migrated.close();
  const again = await startServer({ ...onAnyPort, database, migrate: false });
  await again.close();
});

test.skipIf(process.platform === 'win32')('a new SQLite file is for its owner alone', async () => {
  const file = join(folder, 'private.sqlite');
  const server = await startServer({ ...onAnyPort, database: { kind: 'sqlite', file } });
  const modes = await Promise.all(
    ['', '-wal', '-shm'].map(async (end) => (await stat(file + end)).mode & 0o777),
  );
  await server.close();
  expect(modes).toEqual([0o600, 0o600, 0o600]);
});

test('a log folder that cannot be written is told', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  await expect(startServer({ ...inMemory, ...onAnyPort, logDirectory: file })).rejects.toMatchObject({
    code: 'bad-log',
  });
});

test('seeds that make no sense are told with their file', async () => {
  await writeFile(join(folder, 'merchants.json'), '[{"mid": 7}]');
  await expect(startServer({ ...inMemory, ...onAnyPort, seedDirectory: folder })).rejects.toMatchObject({
    code: 'bad-seed',
    message: expect.stringContaining('merchants.json'),
  });
});

test('what was acknowledged is there after a restart', async () => {
  const database = { kind: 'sqlite', file: join(folder, 'restart.sqlite') } as const;
  const user = freshUser();
  const first = await startSubject({ database });
  const { refresh_token, access_token: token } = tokensOf(
    await first.ask('auth-v1/register', { body: user }),
  );
  await first.server.close();
  const second = await startSubject({ database });
  expect((await second.ask('users-v1/me', { token })).status).toBe(200);
  expect((await second.ask('auth-v1/refresh', { body: { refresh_token } })).status).toBe(200);
  await second.server.close();
});

test('a request under way is finished before the server closes', async () => {
  const subject = await startSubject(inMemory);
  const answers = Array.from({ length: 20 }, () => subject.ask('webhook-2can/', { body: freshPayment() }));
  // The first answer proves that the others have arrived: they share its connections.
  await Promise.race(answers);
  await subject.server.close();
  const outcomes = await Promise.allSettled(answers);
  const statuses = outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? outcome.value.status : 'not begun',
  );
  for (const status of statuses) expect([200, 'not begun']).toContain(status);
  await expect(ask(`${subject.server.url}/healthz/live`)).rejects.toThrow('fetch failed');
});

test('the documented layout puts every contract where its document says', async (context) => {
  if (!(await Promise.all([8000, 8001, 8002].map(isFree))).every(Boolean))
    context.skip('a documented port is taken');
  const server = await startServer({ ...inMemory, testing: true, layout: 'documented', host: '127.0.0.1' });
  try {
    expect(server.url).toBeUndefined();
    expect(server.urls).toMatchObject({
      'auth-v1': 'http://127.0.0.1:8001/api/v1/auth',
      'users-v1': 'http://127.0.0.1:8002/api/v1/users',
      'webhook-2can': 'http://127.0.0.1:8000/webhook',
    });
    const registered = await ask(`${server.urls['auth-v1']}/register`, { body: freshUser() });
    const { access_token: token } = tokensOf(registered);
    expect((await ask(`${server.urls['users-v1']}/me`, { token })).status).toBe(200);
    expect((await ask(`${server.urls['webhook-2can']}`, { body: freshPayment() })).status).toBe(200);
  } finally {
    await server.close();
  }
});

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
