import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveFolder } from '../support/static-server.ts';
import { runCommand, startCommand } from './command-line.ts';
import { folderWith } from './folder.ts';

const pets = { 'openapi.yaml': 'documents/petshop.yaml' };
const refreshChecklist = resolve(import.meta.dirname, '../../spec/checklists/auth-v1.arazzo.yaml');

/** What nobody ever sees: lines of a stack trace. */
const stackTrace = /^\s+at /m;

describe('what cannot be judged ends with exit code 2 and one clear sentence', () => {
  it.each([
    ['a checklist that is not there', ['check', 'nowhere.arazzo.yaml'], 'no file nowhere.arazzo.yaml'],
    ['a glob that matches nothing', ['check', 'nowhere/*.yaml'], 'no file matches nowhere/*.yaml'],
    ['a folder without checklists', ['check'], 'there are no checklists in'],
    ['a document that is not there', ['mock', 'nowhere.yaml'], 'no file nowhere.yaml'],
    ['a folder in the place of a document', ['mock', '.'], '. is a folder'],
    ['a document that cannot be fetched', ['mock', 'http://127.0.0.1:1/api.yaml'], 'cannot read http'],
    ['no document to lint', ['lint'], 'there are no documents in'],
    ['verdicts that are not there', ['trace', '--results', 'nowhere.json'], 'nowhere.json'],
    [
      'a database that cannot be reached',
      ['migrate', '--database', 'postgres://127.0.0.1:1/x'],
      'ECONNREFUSED',
    ],
    ['a database in no folder', ['serve', '--port', '0', '--database', 'no/where.sqlite'], 'no/where.sqlite'],
  ])('%s', async (_what, argv, told) => {
    await using folder = await folderWith();
    const { code, stderr } = await runCommand(argv, { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toContain('something inside broke');
    expect(stderr).not.toMatch(stackTrace);
  });

  it.each([
    ['a target that is no URL', ['--target', 'localhost'], 'is no http(s) URL'],
    ['a target for another contract', ['--target', 'shop=http://x'], 'which no checklist uses'],
    ['a report of no kind', ['--report', 'pdf'], 'there is no report "pdf"'],
    [
      'two reports in one file',
      ['--report', 'html=out', '--report', 'json=out'],
      'html and json would both be written to',
    ],
    ['an input without a value', ['--input', 'token'], '--input token is not understood'],
    ['a pattern that is none', ['--grep', '/(/'], 'is no pattern'],
    ['a filter that nothing passes', ['--grep', 'no such check'], 'no check matches'],
    ['a log file that is not there', ['--target', 'http://127.0.0.1:1', '--logs', 'no.log'], 'no log file'],
  ])('%s', async (_what, words, told) => {
    await using folder = await folderWith();
    const { code, stderr } = await runCommand(['check', refreshChecklist, ...words], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(stackTrace);
  });

  it('a target that is down: the first check says so, the others do not repeat it', async () => {
    await using folder = await folderWith();
    const { code, stdout, stderr } = await runCommand(
      ['check', refreshChecklist, '--grep', 'refresh', '--target', 'http://127.0.0.1:1'],
      { cwd: folder.path },
    );
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout).toMatch(/cannot reach http:\/\/127\.0\.0\.1:1\b/);
    expect(stdout.match(/^. broken/gm)).toHaveLength(1);
    expect(stdout).not.toMatch(stackTrace);
  });

  it('nothing but 404: the API is not where it was looked for', async () => {
    await using folder = await folderWith(pets);
    const at = { cwd: folder.path };
    await runCommand(['init'], at);
    const mock = startCommand(['mock', '--port', '0', '--quiet'], at);
    const [url = ''] = await mock.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const words = ['check', '--grep', 'get-pets', '--target', `${url}/elsewhere`];
    const { stdout } = await runCommand(words, at);
    await mock.stop();
    expect(stdout).toContain(
      `Every answer was 404. Is this where the API is? --target openapi=${url}/elsewhere\n`,
    );
  });

  it('a contract in the place of a checklist', async () => {
    await using folder = await folderWith(pets);
    const { code, stderr } = await runCommand(['check', 'openapi.yaml'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('it is a contract, sverka init');
  });

  it('a finding names the checklist as it is seen from here, which others can read', async () => {
    await using folder = await folderWith(pets);
    const at = { cwd: folder.path };
    await runCommand(['init'], at);
    const mock = startCommand(['mock', '--port', '0', '--quiet'], at);
    const [url = ''] = await mock.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const inputs = ['--input', 'token=t', '--input', 'key=k', '--input', 'credentials=YTpi'];
    const file = join(folder.path, 'checklists/openapi.arazzo.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('$statusCode == 201', '$statusCode == 204'));
    const { code } = await runCommand(['check', '--target', url, ...inputs], at);
    await mock.stop();
    expect(code).toBe(1);
    const results = await readFile(join(folder.path, 'sverka-report/results.json'), 'utf8');
    expect(results).toMatch(/"location":"checklists\/openapi\.arazzo\.yaml:\d+:\d+"/);
  });

  it('a failed check on GitHub: the annotation stands on the line where the check is written', async () => {
    await using folder = await folderWith();
    const { code } = await runCommand(
      [
        'check',
        refreshChecklist,
        '--grep',
        'refresh',
        '--target',
        'http://127.0.0.1:1',
        '--report',
        'github',
      ],
      { cwd: folder.path },
    );
    const annotations = await readFile(join(folder.path, 'sverka-report/annotations.txt'), 'utf8');
    const checklist = (await readFile(refreshChecklist, 'utf8')).split('\n');
    const [, file = '', line, id] =
      /^::error file=(.*?),line=(\d+),.*title=[^/]*\/(\S+)%3A/.exec(annotations) ?? [];
    expect(code).toBe(2);
    expect(resolve(folder.path, file)).toBe(refreshChecklist);
    expect(checklist[Number(line) - 1]).toContain(`workflowId: ${id}`);
  });

  it('an input that no check has', async () => {
    const { stderr } = await runCommand(['check', refreshChecklist, '--dry-run', '--input', 'uniqe=x']);
    expect(stderr).toBe('warning: no check has an input "uniqe"; did you mean "unique"?\n');
  });

  it('an input that only checks that were not chosen have is no mistake', async () => {
    await using folder = await folderWith(pets);
    const asks = 'inputs: { type: object, properties: { token: { type: string } } }';
    const steps = 'steps: [{ stepId: call, operationId: addPet }]';
    await writeFile(
      join(folder.path, 'two.arazzo.yaml'),
      `arazzo: 1.0.1
info: { title: Two, version: 1.0.0 }
sourceDescriptions: [{ name: pets, url: ./openapi.yaml, type: openapi }]
workflows:
  - { workflowId: open, ${steps} }
  - { workflowId: guarded, ${asks}, ${steps} }
`,
    );
    const words = ['two.arazzo.yaml', '--dry-run', '--grep', 'open', '--input', 'token=t'];
    const { code, stderr } = await runCommand(['check', ...words], { cwd: folder.path });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('a contract that is no YAML is linted to one error, with its line', async () => {
    await using folder = await folderWith();
    await writeFile(join(folder.path, 'api.yaml'), 'openapi: 3.1.0\npaths: [\n');
    const { code, stdout, stderr } = await runCommand(['lint', 'api.yaml'], { cwd: folder.path });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(
      /^api\.yaml:\d+:\d+ error +this is not YAML: .+\n1 document: 1 error, 0 warnings\n$/,
    );
  });

  it('a mistake that two tools see is linted once, as seriously as either takes it, and no other is lost by it', async () => {
    await using folder = await folderWith();
    const parameters = '[{ name: ID, in: path, required: true, schema: { type: string } }]';
    const get = `{ operationId: a, summary: s, parameters: ${parameters}, responses: { 200: {} } }`;
    const head = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\nsecurity: []\n';
    await writeFile(join(folder.path, 'api.yaml'), `${head}paths:\n  /a/{id}:\n    get: ${get}\n`);
    const { stdout } = await runCommand(['lint', 'api.yaml'], { cwd: folder.path });
    const told = (words: RegExp) => stdout.split('\n').filter((line) => words.test(line));
    expect(told(/"ID"|`ID`/)).toEqual([
      expect.stringContaining('error   the path parameter "ID" does not stand'),
    ]);
    expect(told(/\{id\}.*\(path-parameters-defined\)/)).toEqual([expect.stringContaining(' error ')]);
    expect(told(/`description`/)).toEqual([expect.stringContaining(' error ')]);
  });

  it('mistakes in a document from the web are told at its address', async () => {
    await using folder = await folderWith({ 'api.yaml': 'documents/petshop.yaml' });
    await appendFile(join(folder.path, 'api.yaml'), '\nwrong: true\n');
    const served = await serveFolder(folder.path);
    const { stdout } = await runCommand(['lint', `${served.url}/api.yaml`], { cwd: folder.path });
    await served.close();
    expect(stdout).toMatch(new RegExp(`^${served.url}/api\\.yaml:\\d+:\\d+ error .*wrong`, 'm'));
  });

  it('contracts without sources have nothing to trace', async () => {
    await using folder = await folderWith(pets);
    await runCommand(['init'], { cwd: folder.path });
    const { code, stderr } = await runCommand(['trace'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('no contract says where its statements come from');
  });

  it('an operation that does not exist, with its place and what was meant', async () => {
    await using folder = await folderWith({ ...pets });
    await runCommand(['init'], { cwd: folder.path });
    const checklist = join(folder.path, 'wrong.arazzo.yaml');
    await writeFile(
      checklist,
      `arazzo: 1.0.1
info: { title: Wrong, version: 1.0.0 }
sourceDescriptions: [{ name: pets, url: ./openapi.yaml, type: openapi }]
workflows:
  - workflowId: add
    steps: [{ stepId: call, operationId: adPet }]
`,
    );
    const { code, stderr } = await runCommand(['check', checklist], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toMatch(/wrong\.arazzo\.yaml:6:\d+/);
    expect(stderr).toContain('did you mean "addPet"?');
  });

  it('an API of somebody else and no target', async () => {
    await using folder = await folderWith(pets);
    await runCommand(['init'], { cwd: folder.path });
    await writeFile(join(folder.path, 'sverka.config.yaml'), 'checklists: checklists/*.arazzo.yaml\n');
    const { code, stderr } = await runCommand(['check'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('need a server for "openapi", and none was named');
  });

  it.each([
    ['mock', ['mock', 'openapi.yaml']],
    ['serve', ['serve', '--database', ':memory:']],
  ])('%s on a port that is in use', async (_command, argv) => {
    await using folder = await folderWith(pets);
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { code, stderr } = await runCommand([...argv, '--port', port], { cwd: folder.path });
    taken.close();
    expect(code).toBe(2);
    expect(stderr).toContain(
      `port ${port} on 127.0.0.1 is taken by another program: end it or choose another port`,
    );
  });

  it('reports that cannot be written', async () => {
    await using folder = await folderWith(pets);
    const at = { cwd: folder.path };
    await runCommand(['init'], at);
    const mock = startCommand(['mock', '--port', '0', '--quiet'], at);
    const [url = ''] = await mock.waitFor(/http:\/\/127\.0\.0\.1:\d+/);
    const words = ['check', '--target', url, '--grep', 'get-pets', '--out', 'openapi.yaml/report'];
    const { code, stderr } = await runCommand(words, at);
    await mock.stop();
    expect(code).toBe(2);
    expect(stderr).toContain('openapi.yaml/report');
    expect(stderr).not.toContain('something inside broke');
  });
});
