import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orOwnDocuments } from '../../src/cli/mock/own-documents.ts';
import { runCommand, startCommand } from '../cli/command-line.ts';
import { folderWith } from '../cli/folder.ts';
import { type RunningMock, runMock } from './run-mock.ts';

let mock: RunningMock | undefined;
afterEach(async () => {
  await mock?.stop();
  mock = undefined;
});

const anna = { login: 'anna', password: 'correct horse battery staple' };

const login = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/auth-v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(anna),
  });

describe('`sverka mock`', () => {
  it('lets who logged in see the profile, with the data of the fixtures', async () => {
    mock = await runMock();
    const { access_token: token } = await (await login(mock.url)).json();
    const me = await fetch(`${mock.url}/users-v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect([me.status, (await me.json()).id]).toEqual([200, 'b7a10000-0000-4000-8000-000000000001']);
  });

  it('answers as the preferences ask: the document, another time, an outage', async () => {
    mock = await runMock();
    const { access_token: token } = await (await login(mock.url)).json();
    const later = await fetch(`${mock.url}/users-v1/me`, {
      headers: { authorization: `Bearer ${token}`, prefer: 'clock=P31D' },
    });
    expect([later.status, later.headers.get('preference-applied')]).toEqual([401, 'clock=P31D']);
    const outage = await login(mock.url, { prefer: 'fault=database-unavailable, delay=1' });
    expect(outage.status).toBe(503);
    expect(outage.headers.get('preference-applied')).toBe('fault=database-unavailable, delay=1');
    const example = await login(mock.url, { prefer: 'code=401' });
    expect(await example.json()).toEqual({ detail: 'Invalid credentials' });
  });

  it('serves the contracts of this package where it finds none', async () => {
    const names = (await orOwnDocuments([])).map((file) => /([\w-]+)\.yaml$/.exec(file)?.[1]);
    expect(names).toContain('auth-v1');
    for (const other of ['common', 'control', 'openapi']) expect(names).not.toContain(other);
  });

  it('serves the document of its folder where none is named', async () => {
    await using folder = await folderWith({ 'openapi.yaml': 'documents/petshop.yaml' });
    const running = startCommand(['mock', '--port', '0'], { cwd: folder.path });
    await running.waitFor(/listening/);
    const { stdout } = await running.stop();
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+ {2}Pets /m);
    expect(stdout).not.toContain('contracts of Sverka itself');
  });

  it('says of a document with webhooks only that there is nothing to answer', async () => {
    await using folder = await folderWith();
    const text = '{"openapi":"3.1.0","info":{"title":"t","version":"1"},"webhooks":{"paid":{"post":{}}}}';
    await writeFile(join(folder.path, 'openapi.json'), text);
    const { code, stderr } = await runCommand(['mock'], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining('There are webhooks only')]);
  });

  it('answers from the documents alone with --no-implementation, and for documents that are named', async () => {
    mock = await runMock('--no-implementation');
    expect((await login(mock.url)).headers.get('x-request-id')).toBe('3f1f0d5e-6f0a-4c55-9d0a-2b8a4f6f2f11');
    await mock.stop();
    mock = await runMock('spec/auth-v1.yaml');
    expect((await login(mock.url)).headers.get('x-request-id')).toBe('3f1f0d5e-6f0a-4c55-9d0a-2b8a4f6f2f11');
    expect((await fetch(`${mock.url}/control/inbox`)).status).toBe(404);
  });

  it('has neither console nor control API with --no-console', async () => {
    mock = await runMock('--no-console');
    for (const path of ['/_sverka/', '/_sverka/api/state', '/control/inbox']) {
      expect((await fetch(mock.url + path)).status).toBe(404);
    }
    expect(mock.told()).not.toContain('_sverka/  console');
  });

  it.for([
    ['--base-path', '/v2'],
    ['--base-path=/api/', '/api'],
  ])('tells where it stands with %s', async ([flag = '', base = '']) => {
    mock = await runMock(flag, 'fixtures/documents/without-examples.yaml');
    expect(mock.told()).toContain(`${mock.url}${base}  Bookshop`);
    expect((await fetch(`${mock.url}${base}/books`)).status).toBe(200);
    const operations = await (await fetch(`${mock.url}/_sverka/api/operations`)).json();
    expect(operations.operations[0].path).toBe(`${base}/books`);
  });

  describe('with a document of several files', () => {
    let folder: string;
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    const pets = (schema: string) =>
      `openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths:\n  /pet:\n    get:\n      responses:\n` +
      `        '200': { description: a pet, content: { application/json: { schema: { $ref: '${schema}' } } } }\n`;
    const pet = `Pet: { type: object, required: [name], properties: { name: { type: string, example: Rex } } }\n`;
    const told = (words: string) => expect.poll(() => mock?.told()).toContain(words);
    const answered = (text: string) =>
      expect.poll(async () => (await fetch(`${mock?.url}/pet`)).text()).toContain(text);
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mock-files-'));
      await write('pet.yaml', pet);
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('goes on when a file of it was away for a while', async () => {
      await write('pets.yaml', pets('pet.yaml#/Pet'));
      mock = await runMock(join(folder, 'pets.yaml'));
      await answered('Rex');
      await rm(join(folder, 'pet.yaml'));
      await told('there is no such file');
      await write('pet.yaml', pet.replace('Rex', 'Ada'));
      await answered('Ada');
    });

    it('waits for a file that was never there', async () => {
      await write('pets.yaml', pets('cat.yaml#/Pet'));
      mock = await runMock(join(folder, 'pets.yaml'));
      await write('cat.yaml', pet.replace('Rex', 'Tom'));
      await answered('Tom');
    });

    it('says where a reference leads nowhere, and refuses it with --strict', async () => {
      await write('pets.yaml', pets('pet.yaml#/Dog'));
      mock = await runMock(join(folder, 'pets.yaml'));
      await told('"pet.yaml#/Dog" leads nowhere');
      const strict = runMock('--strict', join(folder, 'pets.yaml'));
      await expect(strict).rejects.toThrow('leads nowhere');
    });
  });

  it('writes the log lines of the implementation where it is told to, all of them before it ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mock-logs-'));
    mock = await runMock('--logs', folder);
    await login(mock.url, { 'x-request-id': 'seen-in-the-log' });
    expect(await mock.stop()).toBe(0);
    expect(await readFile(join(folder, 'auth.log'), 'utf8')).toContain('"requestId":"seen-in-the-log"');
    await rm(folder, { recursive: true });
  });
});
