import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { install, link, type Project, runNode } from './install.ts';

const sverka = 'node_modules/sverka/bin/sverka.mjs';
const spec = 'node_modules/sverka/dist/spec';
let project: Project;

beforeAll(async () => {
  project = await install(['msw', '@types/node']);
});
afterAll(() => project?.close());

describe('the packed package', () => {
  it('holds what it needs and nothing of how it is made', () => {
    const folders = new Set(project.files.map((path) => path.replace(/\/.*/, '/')));
    expect([...folders].sort()).toEqual(['LICENSE', 'README.md', 'bin/', 'dist/', 'package.json']);
    expect(project.files.filter((path) => /(?<!\.d)\.tsx?$|\.test\.|\.sqlite|\.env/.test(path))).toEqual([]);
  });

  it.each(['application', 'tests'])('has types that fit a consumer: %s', async (consumer) => {
    const { stdout, code } = await runNode(project, ['node_modules/typescript/bin/tsc', '-p', consumer]);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });

  it('gives every entry that its package.json names', async () => {
    const { stdout, stderr } = await runNode(project, ['tests/import-everything.mjs']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      '.': expect.arrayContaining(['loadContract', 'runChecks', 'createRecorder', 'validateResponse']),
      './client': ['createClient', 'createClientOf'],
      './types/*': [],
      './mock': expect.arrayContaining(['createMock', 'serveMock']),
      './express': ['mockMiddleware'],
      './msw': ['createStore', 'handlersFor'],
      './server': expect.arrayContaining(['startServer']),
      './spec/*': [expect.stringMatching(/spec\/auth-v1\.yaml$/)],
      './results.schema.json': expect.arrayContaining(['properties']),
      './config.schema.json': expect.arrayContaining(['properties']),
    });
  });

  it('gives browsers an MSW entry without anything of Node', async () => {
    const modules = await bundleForBrowsers('sverka/msw');
    expect(modules.filter((id) => id.endsWith('/sverka/dist/js/msw.js'))).toHaveLength(1);
    expect(modules.filter((id) => /^node:|__vite-browser-external/.test(id))).toEqual([]);
  });

  it('tells the version that it was published with', async () => {
    const { stdout } = await runNode(project, [sverka, '--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('tells an old Node what is needed, and runs by the Node that was installed as it said', async () => {
    const pretend = 'Object.defineProperty(process, "versions", { value: { node: "20.0.0" } })';
    const words = ['--import', `data:text/javascript,${pretend}`, sverka, '--version'];
    expect(await runNode(project, words)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npm install node@24'),
    });
    await link('node', project.folder);
    expect(await runNode(project, words)).toMatchObject({ code: 0, stderr: '' });
  });

  it('runs its own checklists, reports included', async () => {
    const checklist = 'node_modules/sverka/dist/spec/checklists/webhook-2can.arazzo.yaml';
    const { stdout, stderr, code } = await runNode(project, [sverka, 'check', checklist]);
    expect(stderr).toBe('');
    expect(stdout).toContain('sverka-report/report.html');
    expect(code).toBe(0);
  });

  it('loads for a check or a diff no package but itself', async () => {
    await using target = await startNothing();
    const check = ['check', `${spec}/checklists/webhook-2can.arazzo.yaml`, '--target', target.url];
    expect(await loadedBy(check)).toEqual(['sverka']);
    expect(await loadedBy(['diff', `${spec}/auth-v1.yaml`, `${spec}/auth-v2.yaml`])).toEqual(['sverka']);
  });

  it('carries the licences of the packages that are bundled', async () => {
    const licences = await readFile(join(project.folder, 'node_modules/sverka/dist/js/LICENCES.txt'), 'utf8');
    expect(licences.match(/^Copyright/gm)?.length).toBeGreaterThanOrEqual(4);
  });

  it('lints its own documents', async () => {
    const words = ['auth-v1.yaml', 'checklists/auth-v1.arazzo.yaml'];
    const documents = words.map((word) => `${spec}/${word}`);
    const { stdout, stderr, code } = await runNode(project, [sverka, 'lint', ...documents]);
    expect(stderr).toBe('');
    expect(stdout).toContain('2 documents');
    expect(code).toBe(0);
  });

  it('mocks its own contracts when none is named', async () => {
    const mock = spawn(process.execPath, [sverka, 'mock', '--port', '0'], { cwd: project.folder });
    try {
      const lines = createInterface(mock.stdout)[Symbol.asyncIterator]();
      expect((await lines.next()).value).toContain('sverka mock openapi.yaml');
      const url = await firstUrl({ [Symbol.asyncIterator]: () => lines });
      const registered = await fetch(`${url}/auth-v1/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          second_login: 'packed',
          phone: '+79161112233',
          email: 'packed@example.com',
          password: 'correct horse',
          group_names: ['customer'],
        }),
      });
      expect(registered.status).toBe(201);
      expect((await fetch(`${url}/_sverka/`)).status).toBe(200);
    } finally {
      mock.kill('SIGINT');
      await once(mock, 'exit');
    }
  });
});

/** The packages that a command loads until it ends, by name; the command finds something, or nothing. */
async function loadedBy(words: readonly string[]): Promise<readonly string[]> {
  const hook = ['--import', './tests/loaded-packages.mjs'];
  const { stderr, code } = await runNode(project, [...hook, sverka, ...words]);
  expect(code).toBeLessThan(2);
  return z.array(z.string()).parse(JSON.parse(stderr));
}

/** A target that has none of the operations. */
async function startNothing() {
  const server = createServer((_, response) => response.writeHead(404).end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the target has no port');
  return { url: `http://127.0.0.1:${address.port}`, [Symbol.asyncDispose]: async () => void server.close() };
}

/** The ids of all modules that a browser would load with an entry of the package. */
async function bundleForBrowsers(entry: string): Promise<readonly string[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: project.folder,
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('vite built nothing');
  return output.output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

async function firstUrl(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('the mock ended before it told where it listens');
}
