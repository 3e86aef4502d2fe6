import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';

const root = `openapi: 3.1.0
info: { title: From afar, version: '1' }
servers: [{ url: /v2 }]
paths:
  /a:
    get:
      operationId: a
      responses: { '200': { $ref: './parts/responses.json#/Ok' } }
`;
const parts = JSON.stringify({ Ok: { description: 'Fine' } });

describe('a document on the web', () => {
  let server: Server;
  let base = '';
  beforeAll(async () => {
    const files: Record<string, string> = {
      '/docs/api.yaml': root,
      '/docs/parts/responses.json': parts,
      '/docs/spy.yaml': root.replace('./parts/responses.json', 'file:///etc/hostname'),
    };
    server = createServer((request, response) => {
      const text = files[request.url ?? ''];
      if (request.url === '/moved') response.writeHead(302, { location: '/docs/api.yaml' }).end();
      else response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const { port } =
      typeof address === 'object' && address ? address : ({ port: 0 } satisfies Partial<AddressInfo>);
    base = `http://127.0.0.1:${port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('loads with the files beside it; servers are relative to it', async () => {
    const { contract, problems } = await loadContract(`${base}/docs/api.yaml`);
    expect(problems).toEqual([]);
    expect(contract).toMatchObject({ id: 'api', source: `${base}/docs/api.yaml`, servers: [`${base}/v2`] });
    expect(contract?.files).toEqual([`${base}/docs/api.yaml`, `${base}/docs/parts/responses.json`]);
    expect(contract?.operation('a')?.responses.get('200')?.description).toBe('Fine');
  });

  it('that has moved is what it moved to', async () => {
    const { contract, problems } = await loadContract(`${base}/moved`, { id: 'moved' });
    expect(problems).toEqual([]);
    expect(contract?.source).toBe(`${base}/docs/api.yaml`);
    expect(contract?.operation('a')?.responses.get('200')?.description).toBe('Fine');
  });

  it('that is not there is told with the status', async () => {
    const { contract, problems } = await loadContract(`${base}/none.yaml`);
    expect(contract).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual([
      `cannot read ${base}/none.yaml: it answered 404`,
    ]);
  });

  it('cannot make us read local files', async () => {
    const { problems } = await loadContract(`${base}/docs/spy.yaml`);
    expect(problems).toMatchObject([
      {
        message: expect.stringContaining(
          'a document from the web may not refer to the local file /etc/hostname',
        ),
      },
    ]);
  });
});

describe('a document at a git revision', () => {
  let folder = '';
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], { cwd: folder });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revision-'));
    await mkdir(join(folder, 'parts'));
    await writeFile(join(folder, 'api.yaml'), root);
    await writeFile(join(folder, 'parts/responses.json'), parts);
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    await writeFile(join(folder, 'api.yaml'), 'openapi: 3.1.0\n');
    await rm(join(folder, 'parts'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is read as it was, the files it refers to as well', async () => {
    const source = `git:HEAD:${join(folder, 'api.yaml')}`;
    const { contract, problems } = await loadContract(source);
    expect(problems).toEqual([]);
    expect(contract).toMatchObject({ id: 'api', source });
    expect(contract?.operation('a')?.responses.get('200')?.description).toBe('Fine');
  });

  it('that does not exist is told in the words of git', async () => {
    const source = `git:nowhere:${join(folder, 'api.yaml')}`;
    const { problems } = await loadContract(source);
    expect(problems[0]?.message).toMatch(/^cannot read git:nowhere:.*: invalid object name 'nowhere'/);
  });

  it('is no way to hand options to git', async () => {
    const { problems } = await loadContract('git:--output=x:api.yaml');
    expect(problems[0]?.message).toBe('cannot read git:--output=x:api.yaml: "--output=x" is no git revision');
  });
});
