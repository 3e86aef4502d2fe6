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
});
