import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, table, takeTurns } from './measure.ts';
import { type Load, pressInTurn, type Speed } from './server/press.ts';
import { type Subject, startProgram } from './server/subject.ts';

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const ROUNDS = 3;

/** `sverka mock` of the built package beside Prism and beside a bare node:http server, on the same document. */
export async function benchMock(print: (text: string) => void, sverka: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sverka-bench-'));
  const mocks = { sverka: startMock(sverka), prism: startPrism };
  try {
    const document = join(folder, 'pets.yaml');
    await writeFile(document, petsDocument);
    await throughput(mocks, document, folder, print);
    await startUp(mocks, 'a small document', document, '/pets/1', folder, print);
    const github = githubDocument(folder);
    if (github) await startUp(mocks, 'the GitHub description (13 MB)', github, '/repos/a/b', folder, print);
    else print('The 13 MB document (npm package @octokit/openapi) could not be fetched.\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Start = (document: string, folder: string, path?: string) => Promise<Subject>;
type Mocks = Readonly<Record<'sverka' | 'prism', Start>>;

async function throughput(
  mocks: Mocks,
  document: string,
  folder: string,
  print: (text: string) => void,
): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const start = async (starting: Promise<Subject>) => opened.adopt(await starting, (one) => one.stop());
  const bare = await start(startBareHttp(folder));
  const ours = await start(mocks.sverka(document, folder));
  const theirs = await start(mocks.prism(document, folder));
  const speeds = await pressInTurn(
    {
      bareGet: getPet(bare, 20_000),
      ourGet: getPet(ours, 20_000),
      theirGet: getPet(theirs, 2_000),
      barePost: postPet(bare, 20_000),
      ourPost: postPet(ours, 20_000),
      theirPost: postPet(theirs, 2_000),
    },
    ROUNDS,
  );
  const head = ['mock', 'requests/s', 'of Prism', 'of node:http', 'CPU µs/request'];
  const row = (name: string, speed: Speed, prismSpeed: Speed, bareSpeed: Speed) => [
    name,
    speed.perSecond.toFixed(0),
    `${(speed.perSecond / prismSpeed.perSecond).toFixed(1)}×`,
    (speed.perSecond / bareSpeed.perSecond).toFixed(2),
    speed.cpuUs.toFixed(0),
  ];
  const get = (name: string, speed: Speed) => row(name, speed, speeds('theirGet'), speeds('bareGet'));
  const post = (name: string, speed: Speed) => row(name, speed, speeds('theirPost'), speeds('barePost'));
  const rows = [
    get('GET, node:http', speeds('bareGet')),
    get('GET, sverka', speeds('ourGet')),
    get('GET, prism', speeds('theirGet')),
    post('POST, node:http', speeds('barePost')),
    post('POST validated, sverka', speeds('ourPost')),
    post('POST validated, prism', speeds('theirPost')),
  ];
  print(`## Mock beside Prism and bare node:http\n\n${table(head, rows)}\n`);
}

/** Wall time from starting the process to its first answer, and memory after it. */
async function startUp(
  mocks: Mocks,
  name: string,
  document: string,
  path: string,
  folder: string,
  print: (text: string) => void,
): Promise<void> {
  const first = (start: () => Promise<Subject>) => async () => {
    const started = performance.now();
    await using opened = new AsyncDisposableStack();
    const subject = opened.adopt(await start(), (one) => one.stop());
    return { ms: performance.now() - started, mb: await subject.peakMb() };
  };
  const seen = await takeTurns(
    {
      'node:http': first(() => startBareHttp(folder)),
      sverka: first(() => mocks.sverka(document, folder, path)),
      prism: first(() => mocks.prism(document, folder, path)),
    },
    ROUNDS,
  );
  const middle = (tool: 'node:http' | keyof Mocks) => ({
    ms: median(seen(tool).map(({ ms }) => ms)),
    mb: median(seen(tool).map(({ mb }) => mb)),
  });
  const prismFigures = middle('prism');
  const rows = (['node:http', 'sverka', 'prism'] as const).map((tool) => {
    const { ms, mb } = middle(tool);
    const [speed, weight] = [prismFigures.ms / ms, mb / prismFigures.mb];
    return [tool, ms.toFixed(0), mb.toFixed(0), `${speed.toFixed(1)}×`, weight.toFixed(2)];
  });
  const head = ['mock', 'ms', 'peak MB', 'speed of Prism', 'MB of Prism'];
  print(`### First answer, ${name}\n\n${table(head, rows)}\n`);
}

function startMock(sverka: string): Start {
  return async (document, folder, path = '/') => {
    const port = await freePort();
    const args = [sverka, 'mock', document, '-p', String(port), '--no-watch', '--quiet'];
    return startProgram(args, folder, `http://127.0.0.1:${port}${path}`);
  };
}

async function startPrism(document: string, folder: string, path = '/'): Promise<Subject> {
  const port = await freePort();
  const args = [prism, 'mock', document, '-p', String(port), '-v', 'error', '-m', 'false'];
  return startProgram(args, folder, `http://127.0.0.1:${port}${path}`);
}

async function startBareHttp(folder: string): Promise<Subject> {
  const port = await freePort();
  const program = join(import.meta.dirname, 'mock/bare-http.mjs');
  return startProgram([program, String(port)], folder, `http://127.0.0.1:${port}/`);
}

const getPet = (subject: Subject, amount: number): Load => ({
  subject,
  path: '/pets/1',
  amount,
  request: () => ({ headers: { accept: 'application/json' } }),
});

const postPet = (subject: Subject, amount: number): Load => ({
  subject,
  path: '/pets',
  amount,
  request: () => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"Murka","tags":["cat","tabby"],"born":"2024-02-28"}',
  }),
});

/** The description that @octokit/openapi carries: too big to be a dependency, so it is fetched when it is measured. */
function githubDocument(folder: string): string | undefined {
  spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--silent', '@octokit/openapi@23.0.2']);
  const file = join(folder, 'node_modules/@octokit/openapi/generated/api.github.com.json');
  return existsSync(file) ? file : undefined;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

const petsDocument = `openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        '200':
          description: A pet
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
              example: { id: 1, name: Murka, tags: [cat, tabby], born: '2024-02-28' }
  /pets:
    post:
      operationId: addPet
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/NewPet' }
      responses:
        '201':
          description: The pet
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
              example: { id: 2, name: Murka, tags: [cat, tabby], born: '2024-02-28' }
components:
  schemas:
    NewPet:
      type: object
      required: [name]
      properties:
        name: { type: string, minLength: 1 }
        tags: { type: array, items: { type: string } }
        born: { type: string, format: date }
    Pet:
      allOf:
        - $ref: '#/components/schemas/NewPet'
        - type: object
          required: [id]
          properties: { id: { type: integer } }
`;
