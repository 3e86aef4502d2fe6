import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startServe, temporaryFolder } from '../support/serve-command.ts';

const [, dockerfile = ''] = /```dockerfile\n(.*?)```/s.exec(await readFile('docs/serve.md', 'utf8')) ?? [];

/** The words of an instruction that has them as a JSON array. */
function wordsOf(instruction: string): string[] {
  const [, list] = new RegExp(`^${instruction} (\\[.*\\])$`, 'm').exec(dockerfile) ?? [];
  return z.array(z.string()).parse(JSON.parse(list ?? 'null'));
}

/** Exit code of the health check of docs/serve.md, for a server at this port instead of the one it has there. */
function checkHealth(port: string): Promise<number | null> {
  const [, documented = ''] = /^ENV .*PORT=(\d+)$/m.exec(dockerfile) ?? [];
  const [, ...args] = wordsOf('HEALTHCHECK CMD').map((word) => word.replace(`:${documented}/`, `:${port}/`));
  return new Promise((resolve) => {
    const check = execFile(process.execPath, args);
    check.once('close', resolve);
  });
}

test('the container of the docs is healthy while it serves, and keeps no log files', async () => {
  await using folder = await temporaryFolder();
  const database = { kind: 'sqlite', file: join(folder.path, 'data.sqlite') } as const;
  const [, , command, ...flags] = wordsOf('CMD');
  expect([command, flags]).toEqual(['serve', ['--no-log-dir']]);
  const server = startServe(folder.path, database, flags);
  const { port } = new URL(await server.url);
  expect(await checkHealth(port)).toBe(0);
  expect(server.said()).toContain('logs: no files');
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(await checkHealth(port)).toBe(1);
  expect((await readdir(folder.path)).filter((name) => !name.startsWith('data.sqlite'))).toEqual([]);
});
