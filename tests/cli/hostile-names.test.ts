import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './command-line.ts';
import { folderWith } from './folder.ts';

/** As somebody may call a file in a pull request: the log of GitHub Actions obeys such lines. */
const name = 'x\n::add-mask::e\u001b[2J##[stop-commands]y.yaml';
const steers = /^\s*::|##\[|(?!\n)\p{Control}/mu;

it.each([
  ['lint', [name]],
  ['lint', [`no-${name}`]],
  ['diff', [name, name]],
  ['diff', [`git:HEAD:${name}`, name]],
])('%s of a file with such a name gives no commands to who reads its output: %j', async (command, files) => {
  await using folder = await folderWith({});
  await writeFile(join(folder.path, name), '"a\\n::add-mask::b": 1\n"a\\n::add-mask::b": 2\n');
  const { stdout, stderr } = await runCommand([command, ...files], { cwd: folder.path });
  expect(stdout + stderr).not.toBe('');
  expect(stdout + stderr).not.toMatch(steers);
});
