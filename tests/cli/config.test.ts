import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../src/cli/config/json-schema.ts';
import { runCommand } from './command-line.ts';
import { folderWith } from './folder.ts';

const kept = new URL('../../src/cli/config/config.schema.json', import.meta.url);

describe('sverka.config.yaml', () => {
  it('has the schema that editors are given: node src/cli/config/json-schema.ts', async () => {
    expect(JSON.parse(await readFile(kept, 'utf8'))).toEqual(JSON.parse(configJsonSchema()));
  });

  it.each([
    [
      'a member that does not exist',
      'chek: {}',
      /sverka\.config\.yaml:1:1: there is no setting "chek"; did you mean "check"\?$/m,
    ],
    [
      'a value of the wrong type',
      'check:\n  jobs: many',
      /sverka\.config\.yaml:2:3: check\.jobs: expected number, found "many"$/m,
    ],
    [
      'no URL where one belongs',
      'check: { logsUrl: here }',
      /check\.logsUrl: expected a URL, found "here"$/m,
    ],
    [
      'a word of another language',
      'check: { lang: de }',
      /check\.lang: expected one of en, ru, found "de"$/m,
    ],
    [
      'a target of the wrong form',
      'check: { target: [a] }',
      /check\.target: expected a base URL, one URL per/,
    ],
    ['no YAML', 'check: [', /sverka\.config\.yaml:1:9: this is not YAML/],
    ['no mapping', '- check', /is not understood/],
  ])('is refused when it has %s', async (_what, text, told) => {
    await using folder = await folderWith();
    await writeFile(join(folder.path, 'sverka.config.yaml'), text);
    const { code, stderr } = await runCommand(['check'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(stderr).toContain('sverka.config.yaml');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('is refused when the one that was named is not there', async () => {
    const { code, stderr } = await runCommand(['check', '--config', 'nowhere.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere.yaml');
  });
});
