import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { orOwnDocuments } from '../../src/cli/mock/own-documents.ts';
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

  it('writes the log lines of the implementation where it is told to, all of them before it ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mock-logs-'));
    mock = await runMock('--logs', folder);
    await login(mock.url, { 'x-request-id': 'seen-in-the-log' });
    expect(await mock.stop()).toBe(0);
    expect(await readFile(join(folder, 'auth.log'), 'utf8')).toContain('"requestId":"seen-in-the-log"');
    await rm(folder, { recursive: true });
  });
});
