import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './command-line.ts';

const fixtures = new URL('../../fixtures/diff/', import.meta.url).pathname;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sverka-diff-'));
  const breaking = await readFile(`${fixtures}shop-that-breaks-clients.yaml`);
  await writeFile(join(folder, 'old.yaml'), await readFile(`${fixtures}shop.yaml`));
  await writeFile(join(folder, 'new.yaml'), breaking);
  await writeFile(join(folder, 'api.yaml'), await readFile(`${fixtures}shop.yaml`));
  const git = (...words: string[]) => execFileSync('git', ['-C', folder, ...words]);
  git('init', '-q');
  git('add', 'api.yaml');
  git('-c', 'user.name=t', '-c', 'user.email=t@t.test', 'commit', '-q', '-m', 'first');
  await writeFile(join(folder, 'api.yaml'), breaking);
});

afterAll(() => rm(folder, { recursive: true }));

const diff = (...words: readonly string[]) => runCommand(['diff', ...words], { cwd: folder });

describe('sverka diff', () => {
  it('exits with 1 when a client breaks, and says who, why and where', async () => {
    const { code, stdout } = await diff('old.yaml', 'new.yaml');
    expect(code).toBe(1);
    expect(stdout).toContain('POST /orders');
    expect(stdout).toContain(
      'request body /note: clients that send texts longer than 100 characters are now refused',
    );
    expect(stdout).toMatch(/new\.yaml:\d+:\d+ {2}request-property-max-length-decreased {2}[0-9a-f]{12}/);
    expect(stdout).toMatch(
      /response 201 \/items\/items\/count: clients may now receive objects without "count"/,
    );
    expect(stdout).toContain('also in GET /orders/{id}');
    expect(stdout).toMatch(/was at old\.yaml:\d+:\d+/);
  });

  it('asks of who deprecates to say until when, where a notice is promised', async () => {
    const shop = await readFile(`${fixtures}shop.yaml`, 'utf8');
    const deprecated = shop.replace(/^( +)(get|post):$/m, '$&\n$1  deprecated: true');
    await writeFile(join(folder, 'deprecated.yaml'), deprecated);
    expect(await diff('old.yaml', 'deprecated.yaml')).toMatchObject({ code: 0 });
    const { code, stdout } = await diff('old.yaml', 'deprecated.yaml', '--notice', '90');
    expect(code).toBe(1);
    expect(stdout).toContain('api-deprecated-sunset-missing');
    expect(await diff('old.yaml', 'deprecated.yaml', '--notice', 'soon')).toMatchObject({ code: 2 });
  });

  it('exits with 0 for a document and itself, however it is written', async () => {
    expect(await diff('old.yaml', 'old.yaml')).toMatchObject({
      code: 0,
      stdout: 'no changes that matter to a client\n',
    });
    expect(await diff('old.yaml', `${fixtures}shop-in-other-words.yaml`)).toMatchObject({ code: 0 });
  });

  it('compares with a revision', async () => {
    const { code, stdout } = await diff('git:HEAD:api.yaml', 'api.yaml');
    expect(code).toBe(1);
    expect(stdout).toContain('api.yaml:');
  });

  it('exits with 2 when there is nothing to judge', async () => {
    expect(await diff('old.yaml', 'nowhere.yaml')).toMatchObject({ code: 2 });
    expect(await diff('git:nowhere:api.yaml', 'api.yaml')).toMatchObject({ code: 2 });
    expect(await diff('old.yaml')).toMatchObject({ code: 2 });
  });

  it('takes a level for a rule, and does not ignore a rule that does not exist', async () => {
    const levels = ['request-property-max-length-decreased', 'response-property-became-optional'].flatMap(
      (id) => ['--level', `${id}=info`],
    );
    expect(await diff('old.yaml', 'new.yaml', ...levels)).toMatchObject({ code: 0 });
    expect(await diff('old.yaml', 'new.yaml', ...levels, '--fail-on', 'warning')).toMatchObject({ code: 1 });
    const mistyped = await diff('old.yaml', 'new.yaml', '--level', 'request-max-length-decreased=info');
    expect(mistyped.code).toBe(2);
    expect(mistyped.stderr).toContain('request-body-max-length-decreased');
  });

  it('lets waived changes pass, and tells of a waiver that waives nothing any more', async () => {
    const waive = async (...waivers: readonly string[]) => {
      const lines = waivers.map((words) => {
        const [id, location] = words.split(' at ');
        return `- { id: ${id}, location: '${location}', reason: agreed with all clients }\n`;
      });
      await writeFile(join(folder, 'waivers.yaml'), lines.join(''));
      return diff('old.yaml', 'new.yaml', '--ignore', 'waivers.yaml');
    };
    const both = [
      'request-property-max-length-decreased at POST /orders',
      'response-property-became-optional at new.yaml',
    ];
    expect(await waive(...both)).toMatchObject({ code: 0 });
    const { code, stdout } = await waive(...both, 'webhook-removed at POST /orders');
    expect(code).toBe(0);
    expect(stdout).toContain('the waiver of webhook-removed at "POST /orders" matches nothing any more');
  });

  it('leaves the waivers of other parts of the gate alone', async () => {
    const others = ['answer-not-seen', 'parity-status', 'contract-removed'].map(
      (id) => `- { id: ${id}, location: auth-v1, reason: known, until: 2020-01-31 }\n`,
    );
    await writeFile(join(folder, 'sverka.waivers.yaml'), others.join(''));
    expect(await diff('old.yaml', 'old.yaml', '--ignore', 'sverka.waivers.yaml')).toMatchObject({ code: 0 });
  });

  it('asks a reason of every waiver', async () => {
    await writeFile(join(folder, 'waivers.yaml'), '- { id: webhook-removed, location: POST /orders }\n');
    expect(await diff('old.yaml', 'new.yaml', '--ignore', 'waivers.yaml')).toMatchObject({ code: 2 });
  });

  it('tells the same in every format', async () => {
    const formats = ['json', 'markdown', 'github', 'gitlab', 'junit'];
    const [json, markdown, github, gitlab, junit] = await Promise.all(
      formats.map((format) => diff('old.yaml', 'new.yaml', '--format', format)),
    );
    expect(JSON.parse(json?.stdout ?? '')).toMatchObject({ summary: { error: 2, warning: 1, failed: true } });
    expect(markdown?.stdout).toContain('## Breaking');
    expect(github?.stdout).toMatch(
      /^::error file=new\.yaml,line=\d+,col=\d+,title=request-property-max-length-decreased::/m,
    );
    expect(JSON.parse(gitlab?.stdout ?? '')).toMatchObject(
      ['major', 'major', 'minor'].map((severity) => ({ severity, location: { path: 'new.yaml' } })),
    );
    expect(junit?.stdout.match(/<failure/g)).toHaveLength(2);
  });
});
