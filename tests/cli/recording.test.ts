import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand, startCommand } from './command-line.ts';
import { folderWith } from './folder.ts';

describe('sverka proxy --record', () => {
  it('writes what it saw as a checklist that runs where it was written', async () => {
    await using folder = await folderWith({ 'openapi.yaml': 'documents/petshop.yaml' });
    const at = { cwd: folder.path };
    const mock = startCommand(['mock', 'openapi.yaml', '--port', '0', '--no-security'], at);
    const [upstream] = await mock.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const words = [
      'openapi.yaml',
      upstream,
      '--port',
      '0',
      '--record',
      'seen/pets.arazzo.yaml',
      '--out',
      'report',
    ];
    const proxy = startCommand(['proxy', ...words], at);
    const [address] = await proxy.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    await fetch(`${address}/pets?kind=cat`);
    await fetch(`${address}/pets?kind=cat`);
    await fetch(`${address}/pets/7`);
    const { stdout: told, stderr } = await proxy.stop();
    expect({ stderr, told }).toEqual({
      stderr: '',
      told: expect.stringContaining('  report/results.json\n'),
    });
    const written = await readFile(join(folder.path, 'seen/pets.arazzo.yaml'), 'utf8');
    expect(written).toContain('url: ../openapi.yaml');
    const { code, stdout } = await runCommand(['check', 'seen/pets.arazzo.yaml', '--target', upstream], at);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('2 passed') });
    await mock.stop();
  });

  it('writes no secrets: each is an input, which is told at the end', async () => {
    await using folder = await folderWith({ 'openapi.yaml': 'documents/petshop.yaml' });
    const at = { cwd: folder.path };
    const mock = startCommand(['mock', 'openapi.yaml', '--port', '0'], at);
    const [upstream] = await mock.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const proxy = startCommand(['proxy', 'openapi.yaml', upstream, '--port', '0', '--record', 'r.yaml'], at);
    const [address] = await proxy.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const key = { 'x-api-key': 'key-of-anna-0001' };
    const bearer = { authorization: 'Bearer token-of-anna-0001', 'content-type': 'application/json' };
    await fetch(`${address}/pets/7`, { headers: key });
    for (const password of ['first-secret-1', 'second-secret-2', 'first-secret-1']) {
      const body = JSON.stringify({ id: 1, name: 'Rex', owner: { password } });
      await fetch(`${address}/pets`, { method: 'POST', headers: bearer, body });
    }
    const { stdout: told } = await proxy.stop();
    const inputs = {
      'x-api-key': 'key-2',
      authorization: 'token-2',
      password: 'a-secret',
      'password-2': 'b-secret',
    };
    const names = Object.keys(inputs);
    expect(told).toContain(
      `Secrets were not recorded: sverka check needs${names.map((name) => ` --input ${name}=…`).join('')}\n  r.yaml`,
    );
    const run = ['check', 'r.yaml', '--target', upstream, '--out', 'report'];
    expect((await runCommand(run, at)).code).toBe(2);
    const given = Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]);
    const { code, stdout } = await runCommand([...run, ...given], at);
    await mock.stop();
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('3 passed') });
    const written = await readFile(join(folder.path, 'r.yaml'), 'utf8');
    expect(written).not.toContain('masked');
    expect(written).toContain('Bearer {$inputs.authorization}');
  });

  it('keeps all that an operation declares of a request', async () => {
    await using folder = await folderWith({ 'openapi.yaml': 'documents/all-parts-of-a-request.yaml' });
    const at = { cwd: folder.path };
    const mock = startCommand(['mock', 'openapi.yaml', '--port', '0'], at);
    const [upstream] = await mock.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const proxy = startCommand(['proxy', 'openapi.yaml', upstream, '--port', '0', '--record', 'r.yaml'], at);
    const [address] = await proxy.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const sent = '/prices/2026-11-21.json?good=tea%20and%20milk&good=salt';
    expect((await fetch(address + sent, { headers: { 'x-shop': '7', 'x-other': '8' } })).status).toBe(200);
    await proxy.stop();
    const { code } = await runCommand(['check', 'r.yaml', '--target', upstream, '--out', 'report'], at);
    await mock.stop();
    expect(code).toBe(0);
    const report = JSON.parse(await readFile(join(folder.path, 'report/results.json'), 'utf8'));
    const { url, headers } = report.checks[0].exchanges[0].request;
    expect(new URL(url).pathname).toBe('/prices/2026-11-21.json');
    expect(new URL(url).searchParams.getAll('good')).toEqual(['tea and milk', 'salt']);
    expect(headers).toMatchObject({ 'x-shop': '7' });
    expect(headers).not.toHaveProperty('x-other');
  });
});
