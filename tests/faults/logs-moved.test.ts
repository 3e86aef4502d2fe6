import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshPayment } from '../server/cases/webhook-2can.ts';
import { eventually } from '../support/eventually.ts';
import { ask } from '../support/http.ts';
import { startServe, temporaryFolder } from '../support/serve-command.ts';

test.for([
  { name: 'one process', args: [] },
  { name: 'two workers', args: ['--workers', '2'] },
])('logs that are moved away go on in new files on SIGUSR2, no line lost: $name', async ({ args }) => {
  await using folder = await temporaryFolder();
  const server = startServe(folder.path, { kind: 'sqlite', file: join(folder.path, 'data.sqlite') }, args);
  const url = await server.url;
  const log = join(folder.path, 'logs', 'webhook.log');
  const before = await deliver(url);
  await rename(log, `${log}.1`);
  server.kill('SIGUSR2');
  await eventually(() => stat(log));
  const after = await deliver(url);
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  const lines = (await readFile(`${log}.1`, 'utf8')) + (await readFile(log, 'utf8'));
  for (const requestId of [...before, ...after]) expect(lines).toContain(requestId);
  for (const line of lines.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
});

test('a log file that is emptied in place goes on at its beginning', async () => {
  await using folder = await temporaryFolder();
  const server = startServe(folder.path, { kind: 'sqlite', file: join(folder.path, 'data.sqlite') });
  const url = await server.url;
  const log = join(folder.path, 'logs', 'webhook.log');
  const [first = ''] = await deliver(url);
  await eventually(async () => expect(await readFile(log, 'utf8')).toContain(first));
  await writeFile(log, '');
  const [second = ''] = await deliver(url);
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  const text = await readFile(log, 'utf8');
  expect(text).toMatch(/^\{/);
  expect(text).toContain(second);
});

/** Ten payments; gives their request ids. */
function deliver(url: string): Promise<string[]> {
  const requests = Array.from({ length: 10 }, async () => {
    const requestId = randomUUID();
    const headers = { 'x-request-id': requestId };
    await ask(`${url}/webhook-2can/`, { body: freshPayment(), headers });
    return requestId;
  });
  return Promise.all(requests);
}
