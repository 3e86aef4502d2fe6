import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inTurn, measureNode, table, type Usage } from './measure.ts';

const root = resolve(import.meta.dirname, '..');
const respect = join(root, 'node_modules/@redocly/cli/bin/cli.js');
const bareClient = join(import.meta.dirname, 'bare-client.mjs');

/**
 * `sverka check` of the built package beside Redocly Respect, on the same Arazzo file of one-step workflows against the same
 * server, and beside a client that only sends the requests. Whole processes: start-up, loading, requests, judgements, and
 * for us the reports.
 */
export async function benchRunner(print: (text: string) => void, sverka: string): Promise<void> {
  const server = createServer((request, response) => {
    const id = request.headers['x-request-id'];
    response.writeHead(200, { 'content-type': 'application/json', ...(id ? { 'x-request-id': id } : {}) });
    response.end('{"id":1,"name":"thing"}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bench server has no port');
  const base = `http://127.0.0.1:${address.port}`;
  const folder = await mkdtemp(join(tmpdir(), 'sverka-bench-'));
  try {
    await writeFile(join(folder, 'things.yaml'), thingsDocument(base));
    const rows: string[][] = [];
    for (const [count, rounds] of [
      [1, 5],
      [200, 5],
      [2000, 3],
    ] as const) {
      const file = join(folder, `w${count}.arazzo.yaml`);
      await writeFile(file, checklist(count));
      const ours = ['check', file, '--target', `things=${base}`, '--out', join(folder, 'out')];
      const measured = await inTurn(
        {
          sverka: () => measureNode([sverka, ...ours], folder),
          respect: () => measureNode([respect, 'respect', file], folder),
          bare: () => measureNode([bareClient, base, String(count)], folder),
        },
        rounds,
      );
      const named = {
        'node:http': measured('bare'),
        sverka: measured('sverka'),
        respect: measured('respect'),
      };
      for (const [name, usage] of Object.entries(named))
        rows.push(row(`${name}, ${count}`, count, usage, named.respect, named['node:http']));
    }
    print(`## Checklist runner beside Redocly Respect and a bare node:http client\n\n${table(head, rows)}\n`);
    print(await memory(sverka, folder, base));
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
}

async function memory(sverka: string, folder: string, base: string): Promise<string> {
  const peaks: Usage[] = [];
  for (const count of [1000, 10_000]) {
    const file = join(folder, `w${count}.arazzo.yaml`);
    await writeFile(file, checklist(count));
    peaks.push(
      await measureNode(
        [sverka, 'check', file, '--target', `things=${base}`, '--out', join(folder, 'out')],
        folder,
      ),
    );
  }
  const [small, large] = peaks;
  if (!small || !large) throw new Error('nothing was measured');
  return `Memory: ${small.peakMb.toFixed(0)} MB at 1,000 checks, ${large.peakMb.toFixed(0)} MB at 10,000: ${times(large.peakMb / small.peakMb)}\n`;
}

const times = (ratio: number) => `${ratio.toFixed(2)}×`;

const head = [
  'workflows',
  'wall ms',
  'CPU ms',
  'CPU ms/check',
  'peak MB',
  'speed of Respect',
  'of node:http',
  'MB of Respect',
];

function row(name: string, count: number, usage: Usage, respect: Usage, bare: Usage): string[] {
  return [
    name,
    usage.wallMs.toFixed(0),
    usage.cpuMs.toFixed(0),
    (usage.cpuMs / count).toFixed(2),
    usage.peakMb.toFixed(0),
    times(respect.wallMs / usage.wallMs),
    (bare.wallMs / usage.wallMs).toFixed(2),
    (usage.peakMb / respect.peakMb).toFixed(2),
  ];
}

function thingsDocument(base: string): string {
  return `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
servers: [{ url: ${base} }]
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
      responses:
        '200':
          description: A thing
          headers: { X-Request-ID: { schema: { type: string } } }
          content:
            application/json:
              schema:
                type: object
                required: [id, name]
                properties: { id: { type: integer }, name: { type: string } }
`;
}

function checklist(count: number): string {
  const workflow = (n: number) => `  - workflowId: thing-${n}
    summary: Thing ${n} is there
    steps:
      - stepId: get
        operationId: getThing
        parameters: [{ name: id, in: path, value: ${n} }]
        successCriteria:
          - condition: $statusCode == 200
          - condition: $response.body#/name == 'thing'
`;
  return `arazzo: 1.0.1
info: { title: Things, version: 1.0.0 }
sourceDescriptions: [{ name: things, url: ./things.yaml, type: openapi }]
workflows:
${Array.from({ length: count }, (_, n) => workflow(n + 1)).join('')}`;
}
