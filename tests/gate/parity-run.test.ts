import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBookshop } from '../../fixtures/parity/bookshop.ts';
import { runCommand } from '../cli/command-line.ts';
import { folderWith } from '../cli/folder.ts';

const repository = resolve(import.meta.dirname, '../..');
const parityAlone = ['lint', 'diff', 'coverage', 'trace'].flatMap((part) => ['--skip', part]);

describe('sverka gate, a bookshop and a mock of it', () => {
  let shop: Awaited<ReturnType<typeof startBookshop>>;
  beforeAll(async () => {
    shop = await startBookshop();
  });
  afterAll(() => shop.close());

  const configuration = 'contracts: bookshop.yaml\nchecklists: bookshop.arazzo.yaml\n';

  const bookshop = async () => {
    const folder = await folderWith({
      'bookshop.yaml': 'parity/bookshop.yaml',
      'bookshop.arazzo.yaml': 'parity/bookshop.arazzo.yaml',
    });
    await writeFile(join(folder.path, 'sverka.config.yaml'), configuration);
    return folder;
  };

  const gate = (cwd: string, ...words: readonly string[]) =>
    runCommand(['gate', ...parityAlone, '--target', shop.url, ...words], { cwd });

  it('finds the one rule that the mock does not know, and writes it down', async () => {
    await using folder = await bookshop();
    const { code, stdout } = await gate(folder.path);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✔ checks +3 checks/);
    expect(stdout).toMatch(/✖ parity +1 finding; 3 of 3 checks compared with a mock/);
    expect(stdout).toContain('bookshop.addBook: the target says 409, the mock 201');
    const written = JSON.parse(await readFile(join(folder.path, 'sverka-report/gate.json'), 'utf8'));
    const parity = written.parts.find(({ name }: { name: string }) => name === 'parity');
    expect(parity.findings).toMatchObject([
      { id: 'parity-status', location: 'bookshop/title-is-taken-once/again', expected: '409', actual: '201' },
    ]);
    expect(await readFile(join(folder.path, 'sverka-report/gate.md'), 'utf8')).toContain('## parity');
  });

  it('lets the difference pass with a waiver', async () => {
    await using folder = await bookshop();
    await writeFile(
      join(folder.path, 'sverka.waivers.yaml'),
      '- { id: parity-status, location: bookshop.addBook 409, reason: pages ask for it with Prefer }\n',
    );
    const { code, stdout } = await gate(folder.path);
    expect(code).toBe(0);
    expect(stdout).toMatch(/✔ parity +1 waived; 3 of 3 checks/);
  });

  it('tells how many checks were not compared, and why', async () => {
    await using folder = await bookshop();
    const checklist = join(folder.path, 'bookshop.arazzo.yaml');
    const logged = (await readFile(checklist, 'utf8')).replace(
      'stepId: again',
      'stepId: again\n        x-log: { level: info }',
    );
    await writeFile(checklist, logged);
    const { code, stdout } = await gate(folder.path);
    expect(code).toBe(0);
    expect(stdout).toMatch(/✔ parity +2 of 3 checks compared with a mock\n +1 skipped by the target: .*log/);
    expect(await readFile(join(folder.path, 'sverka-report/gate.md'), 'utf8')).toContain(
      '- parity: 1 skipped by the target',
    );
  });

  it('leaves parity out on the command line and by configuration', async () => {
    await using folder = await bookshop();
    expect(await gate(folder.path, '--skip', 'parity')).toMatchObject({ code: 0 });
    await writeFile(join(folder.path, 'sverka.config.yaml'), `${configuration}gate: { skip: [parity] }\n`);
    const { code, stdout } = await gate(folder.path);
    expect(code).toBe(0);
    expect(stdout).toMatch(/↷ parity +skipped +→ left out/);
    expect(stdout).not.toContain('against a mock');
  });

  it('says that there is nothing to compare without checklists', async () => {
    await using folder = await bookshop();
    await writeFile(join(folder.path, 'sverka.config.yaml'), 'contracts: bookshop.yaml\nchecklists: []\n');
    const { stdout } = await gate(folder.path);
    expect(stdout).toMatch(/↷ parity +skipped +→ there are no checklists/);
  });
});

describe('sverka gate on the contracts of this repository', () => {
  it('finds the mock to be the server, check by check', async () => {
    await using out = await folderWith();
    const { code, stdout } = await runCommand(['gate', ...parityAlone, '--out', out.path], {
      cwd: repository,
    });
    expect([code, /(\d+) of \1 checks compared with a mock/.exec(stdout)?.length]).toEqual([0, 2]);
    expect(stdout).toMatch(/✔ parity/);
  });
});
