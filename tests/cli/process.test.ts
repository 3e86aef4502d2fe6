import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { runCommand, startCommand } from './command-line.ts';
import { folderWith } from './folder.ts';

const launcher = resolve(import.meta.dirname, '../../bin/sverka.mjs');
const spec = resolve(import.meta.dirname, '../../spec/checklists');

/** An API that lets every request wait for ever. */
async function silentServer() {
  const server = createServer();
  const asked = once(server, 'request');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('sverka as a process', () => {
  it('writes the reports of what it has seen when Ctrl-C ends a check', async () => {
    await using folder = await folderWith();
    await using server = await silentServer();
    const words = [launcher, 'check', join(spec, 'webhook-2can.arazzo.yaml'), '--target', server.url];
    const child = spawn(process.execPath, words, { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = text(child.stdout);
    await server.asked;
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(await printed).toContain('report.html');
    const results: unknown = JSON.parse(
      await readFile(join(folder.path, 'sverka-report/results.json'), 'utf8'),
    );
    expect(results).toMatchObject({ info: { interrupted: true } });
    await access(join(folder.path, 'sverka-report/report.html'));
  });

  it('leaves the last reports as they are when Ctrl-C comes before anything ran', async () => {
    await using folder = await folderWith();
    await mkdir(join(folder.path, 'sverka-report'));
    await writeFile(join(folder.path, 'sverka-report/results.json'), 'the last run');
    const words = ['check', join(spec, 'webhook-2can.arazzo.yaml'), '--target', 'http://127.0.0.1:1'];
    const { code } = await startCommand(words, { cwd: folder.path }).stop();
    expect(code).toBe(130);
    expect(await readFile(join(folder.path, 'sverka-report/results.json'), 'utf8')).toBe('the last run');
  });

  it('says which report cannot be written, after the run has been shown', async () => {
    await using folder = await folderWith();
    await using server = await answering(200, '{"ans":"no"}');
    const words = [
      'check',
      join(spec, 'webhook-2can.arazzo.yaml'),
      '--target',
      server.url,
      '--report',
      'json=.',
    ];
    const { code, stdout, stderr } = await runCommand(words, { cwd: folder.path });
    expect(code).toBe(2);
    expect(stdout).toContain('failed');
    expect(stderr).toMatch(/^sverka: the report .* cannot be written: EISDIR/m);
  });

  it('is quiet about a reader that goes away: `sverka check | head` keeps reports and exit code', async () => {
    await using folder = await folderWith();
    await using liar = await answering(200, '{"ans":"no"}');
    const words = [launcher, 'check', join(spec, 'webhook-2can.arazzo.yaml'), '--target', liar.url];
    const child = spawn(process.execPath, words, { cwd: folder.path });
    const complaints = text(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'exit');
    expect({ code, complaints: await complaints }).toEqual({ code: 1, complaints: '' });
    await access(join(folder.path, 'sverka-report/report.html'));
  });

  it('ends a mock on Ctrl-C with exit code 0', async () => {
    const child = spawn(process.execPath, [launcher, 'mock', '--port', '0', join(spec, '../auth-v1.yaml')]);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('exit codes', () => {
  it('0 when all agree, 1 for a finding, 2 for what could not be judged', async () => {
    await using folder = await folderWith();
    const at = { cwd: folder.path };
    const webhook = join(spec, 'webhook-2can.arazzo.yaml');
    expect(await runCommand(['check', webhook, '--grep', 'valid'], at)).toMatchObject({ code: 0 });
    await using liar = await answering(200, '{"ans":"no"}');
    const words = ['check', webhook, '--grep', 'valid', '--target', liar.url];
    expect(await runCommand(words, at)).toMatchObject({ code: 1 });
    expect(await runCommand([...words, '--target', 'http://127.0.0.1:1'], at)).toMatchObject({ code: 2 });
  });
});

async function answering(status: number, body: string) {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
