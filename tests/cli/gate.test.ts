import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './command-line.ts';

const fixtures = new URL('../../fixtures/diff/', import.meta.url).pathname;
let folder: string;

const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.test', ...words], {
    cwd: folder,
    stdio: 'pipe',
  });

const put = async (name: string, fixture: string) =>
  writeFile(join(folder, 'spec', name), await readFile(`${fixtures}${fixture}`));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sverka-gate-'));
  await mkdir(join(folder, 'spec'));
  await put('shop.yaml', 'shop.yaml');
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
});

afterEach(() => rm(folder, { recursive: true }));

const gate = (...words: readonly string[]) =>
  runCommand(['gate', '--skip', 'lint', '--base', 'HEAD', ...words], { cwd: folder });

describe('sverka gate', () => {
  it('passes a contract that did not change, and says what was left out', async () => {
    const { code, stdout } = await gate();
    expect(code).toBe(0);
    expect(stdout).toMatch(/✔ breaking changes +1 of 1 contracts since HEAD/);
    expect(stdout).toMatch(/↷ checks +skipped +→ there are no checklists/);
  });

  it('fails a change that breaks a client, and writes it down', async () => {
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    const { code, stdout } = await gate();
    expect(code).toBe(1);
    expect(stdout).toContain('clients that send texts longer than 100 characters are now refused');
    const written = JSON.parse(await readFile(join(folder, 'sverka-report', 'gate.json'), 'utf8'));
    expect(written).toMatchObject({ exitCode: 1 });
    expect(await readFile(join(folder, 'sverka-report', 'gate.md'), 'utf8')).toContain(
      'request-property-max-length-decreased',
    );
  });

  it('passes a new contract and fails one that is gone', async () => {
    await put('second.yaml', 'shop.yaml');
    expect(await gate()).toMatchObject({ code: 0 });
    await rm(join(folder, 'spec', 'shop.yaml'));
    const { code, stdout } = await gate();
    expect(code).toBe(1);
    expect(stdout).toContain('the contract spec/shop.yaml is gone');
  });

  it('fails a contract that is gone together with the line of the configuration that named it', async () => {
    const named = (...files: string[]) =>
      writeFile(join(folder, 'sverka.config.yaml'), JSON.stringify({ contracts: files }));
    await put('second.yaml', 'shop.yaml');
    await named('spec/shop.yaml', 'spec/second.yaml');
    git('add', '.');
    git('commit', '-q', '-m', 'two');
    await named('spec/second.yaml');
    expect((await gate()).stdout).toContain('spec/shop.yaml is no contract any more');
    await rm(join(folder, 'spec', 'shop.yaml'));
    expect(await gate()).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('the contract spec/shop.yaml is gone'),
    });
  });

  it('compares a contract that has another name with what it was', async () => {
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    git('mv', 'spec/shop.yaml', 'spec/market.yaml');
    const { code, stdout } = await gate();
    expect(code).toBe(1);
    expect(stdout).not.toContain('is gone');
    expect(stdout).toMatch(/spec\/market\.yaml:\d+:\d+ {2}request-property-max-length-decreased/);
  });

  it('does not hold against a branch what others merged since', async () => {
    const start = git('branch', '--show-current').toString().trim();
    git('checkout', '-q', '-b', 'ours');
    git('checkout', '-q', start);
    await put('second.yaml', 'shop.yaml');
    git('add', '.');
    git('commit', '-q', '-m', 'theirs');
    git('tag', 'v2');
    git('checkout', '-q', 'ours');
    expect(await gate('--base', start)).toMatchObject({ code: 0 });
    expect((await gate('--base', 'v2')).stdout).toContain('the contract spec/second.yaml is gone');
  });

  it('cannot judge in a clone without history, where the first commit of all has nothing to differ from', async () => {
    const words = ['gate', '--skip', 'lint'];
    expect(await runCommand(words, { cwd: folder })).toMatchObject({ code: 0 });
    git('commit', '-q', '--allow-empty', '-m', 'second');
    git('clone', '-q', '--depth', '1', `file://${folder}`, 'shallow');
    const { code, stdout } = await runCommand(words, { cwd: join(folder, 'shallow') });
    expect(code).toBe(2);
    expect(stdout).toContain('A shallow clone has no history: fetch it');
  });

  it('shows GitLab each finding at its line', async () => {
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    await runCommand(['gate', '--skip', 'lint', '--base', 'HEAD'], {
      cwd: folder,
      env: { GITLAB_CI: 'true' },
    });
    const written = await readFile(join(folder, 'sverka-report', 'gl-code-quality.json'), 'utf8');
    expect(JSON.parse(written)).toContainEqual({
      description: expect.stringContaining(
        'clients that send texts longer than 100 characters are now refused',
      ),
      check_name: 'request-property-max-length-decreased',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'major',
      location: { path: 'spec/shop.yaml', lines: { begin: expect.any(Number) } },
    });
  });

  it('gives the checks their inputs', async () => {
    const words = ['--skip', 'diff', '--skip', 'coverage', '--target', 'http://127.0.0.1:1'];
    await mkdir(join(folder, 'spec', 'checklists'));
    await writeFile(
      join(folder, 'spec', 'checklists', 'orders.arazzo.yaml'),
      `arazzo: 1.0.1
info: { title: Orders, version: 1.0.0 }
sourceDescriptions: [{ name: shop, url: ../shop.yaml, type: openapi }]
workflows:
  - workflowId: list
    inputs: { type: object, required: [token], properties: { token: { type: string } } }
    steps: [{ stepId: call, operationId: placeOrder }]
`,
    );
    expect((await gate(...words)).stdout).toContain('the input "token" has no value');
    expect((await gate(...words, '--input', 'token=t')).stdout).toContain('cannot reach http://127.0.0.1:1');
  });

  it('puts a failed check on the line where it is written, and lets it be waived by its id', async () => {
    const server = createServer((_request, response) => response.writeHead(500).end());
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    const address = server.address();
    const target = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    await mkdir(join(folder, 'spec', 'checklists'));
    await writeFile(
      join(folder, 'spec', 'checklists', 'orders.arazzo.yaml'),
      `arazzo: 1.0.1
info: { title: Orders, version: 1.0.0 }
sourceDescriptions: [{ name: shop, url: ../shop.yaml, type: openapi }]
workflows:
  - workflowId: get
    steps: [{ stepId: call, operationId: getOrder, parameters: [{ name: id, in: path, value: a }] }]
`,
    );
    const words = ['--skip', 'diff', '--skip', 'coverage', '--skip', 'parity', '--target', target];
    const waiver = '- { id: status-is-documented, location: orders/get, reason: known }\n';
    const failed = await gate(...words);
    await writeFile(join(folder, 'sverka.waivers.yaml'), waiver);
    const waived = await gate(...words);
    server.close();
    expect(failed.code).toBe(1);
    expect(failed.stdout).toMatch(/orders\/get: .*\n +spec\/checklists\/orders\.arazzo\.yaml:5:5 /);
    expect(waived.stdout).toMatch(/✔ checks +1 waived/);
  });

  it('writes down what could be waived, and takes it once it has reasons', async () => {
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    const { stdout } = await gate();
    expect(stdout).toContain('take it over from sverka-report/waivers.yaml into sverka.waivers.yaml');
    const proposed = await readFile(join(folder, 'sverka-report', 'waivers.yaml'), 'utf8');
    await writeFile(join(folder, 'sverka.waivers.yaml'), proposed);
    expect(await gate()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a waiver needs a reason'),
    });
    const excused = proposed.replaceAll('reason: ""', 'reason: agreed');
    await writeFile(join(folder, 'sverka.waivers.yaml'), excused);
    expect(await gate()).toMatchObject({ code: 0 });
    await expect(readFile(join(folder, 'sverka-report', 'waivers.yaml'))).rejects.toThrow('ENOENT');
  });

  it('speaks Russian to people and the same English to programs', async () => {
    await put('second.yaml', 'shop.yaml');
    git('add', '.');
    git('commit', '-q', '-m', 'second');
    await rm(join(folder, 'spec', 'second.yaml'));
    const waiver = '- { id: answer-not-seen, location: x, reason: y, until: 2020-01-01 }\n';
    await writeFile(join(folder, 'sverka.waivers.yaml'), waiver);
    const { code, stdout } = await gate('--lang', 'ru');
    expect(code).toBe(1);
    expect(stdout).toContain('контракта spec/second.yaml больше нет');
    expect(stdout).toMatch(
      /✖ ломающие изменения +находок: 1; контрактов: 1 из 1, с HEAD {2}→ оставьте прежнее/,
    );
    expect(stdout).toMatch(/↷ проверки +пропущено {2}→ чек-листов нет/);
    expect(stdout).toContain('срок исключения answer-not-seen вышел 2020-01-01');
    const read = (name: string) => readFile(join(folder, 'sverka-report', name), 'utf8');
    expect(await read('gate.md')).toContain('| часть | итог | увидено | что делать |');
    expect(await read('gate.json')).toContain('the contract spec/second.yaml is gone');
    expect(await read('gate.md')).not.toMatch(/finding|contract spec/);
  });

  it('lets waived findings pass', async () => {
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    const ids = ['request-property-max-length-decreased', 'response-property-became-optional'];
    const waivers = ids.map((id) => `- { id: ${id}, location: spec/shop.yaml, reason: agreed }\n`);
    await writeFile(join(folder, 'sverka.waivers.yaml'), waivers.join(''));
    const { code, stdout } = await gate();
    expect(code).toBe(0);
    expect(stdout).toMatch(/✔ breaking changes +2 waived/);
  });

  it('asks of who deprecates for the notice that the configuration promises', async () => {
    const shop = await readFile(`${fixtures}shop.yaml`, 'utf8');
    const deprecated = shop.replace(/^( +)(get|post):$/m, '$&\n$1  deprecated: true');
    await writeFile(join(folder, 'spec', 'shop.yaml'), deprecated);
    expect(await gate()).toMatchObject({ code: 0 });
    await writeFile(join(folder, 'sverka.config.yaml'), 'gate: { notice: 90 }\n');
    const { code, stdout } = await gate();
    expect(code).toBe(1);
    expect(stdout).toContain('api-deprecated-sunset-missing');
  });

  it('cannot judge against a revision that does not exist, and still judges the rest', async () => {
    const { code, stdout } = await gate('--base', 'origin/main');
    expect(code).toBe(2);
    expect(stdout).toContain('there is no revision origin/main');
    expect(stdout).toMatch(/✔ waivers/);
  });

  it('does not pass over changes where git is missing', async () => {
    const path = process.env.PATH;
    try {
      process.env.PATH = folder;
      const { code, stdout } = await gate();
      expect(code).toBe(2);
      expect(stdout).toContain('git is not installed here. Install it');
    } finally {
      process.env.PATH = path;
    }
  });

  it('finds the base of a pull request by itself', async () => {
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    const env = { GITHUB_BASE_REF: 'main', GITHUB_ACTIONS: 'true' };
    const { code, stdout } = await runCommand(['gate', '--skip', 'lint'], { cwd: folder, env });
    expect(code).toBe(1);
    expect(stdout).toContain('since origin/main');
    expect(stdout).toMatch(/^::error file=spec\/shop\.yaml,line=\d+,col=\d+,/m);
  });

  it.each([
    ['what a merge queue builds upon', (sha: string) => ({ merge_group: { base_sha: sha } })],
    ['where a push went on from', (sha: string) => ({ before: sha })],
  ])('compares with %s, however many commits came since', async (_, event) => {
    const [start] = git('rev-parse', 'HEAD').toString().split('\n');
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    git('commit', '-q', '-a', '-m', 'breaks');
    git('commit', '-q', '--allow-empty', '-m', 'more');
    const file = join(folder, 'event.json');
    const skip = ['gate', '--skip', 'lint'];
    expect(await runCommand(skip, { cwd: folder, env: {} })).toMatchObject({ code: 0 });
    await writeFile(file, JSON.stringify(event(start ?? '')));
    const env = { GITHUB_EVENT_PATH: file };
    expect(await runCommand(skip, { cwd: folder, env })).toMatchObject({ code: 1 });
  });

  it('compares with the commit before where nobody has what a forced push replaced', async () => {
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    git('commit', '-q', '-a', '-m', 'breaks');
    const env = { CI_COMMIT_BEFORE_SHA: '0'.repeat(40) };
    const { stdout } = await runCommand(['gate', '--skip', 'lint'], { cwd: folder, env });
    expect(stdout).toContain('since HEAD~1');
  });

  it('compares a pipeline of merged results with the target branch as it is now', async () => {
    await put('shop.yaml', 'shop-that-breaks-clients.yaml');
    git('commit', '-q', '-a', '-m', 'others break');
    const [target = '', earlier = ''] = git('log', '--format=%H').toString().split('\n');
    const env = { CI_MERGE_REQUEST_TARGET_BRANCH_SHA: target, CI_MERGE_REQUEST_DIFF_BASE_SHA: earlier };
    expect(await runCommand(['gate', '--skip', 'lint'], { cwd: folder, env })).toMatchObject({ code: 0 });
  });
});
