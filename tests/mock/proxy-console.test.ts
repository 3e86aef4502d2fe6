import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, runMock, runServing } from './run-mock.ts';

describe('the control API of a proxy', () => {
  let upstream: RunningMock;
  let proxy: RunningMock;
  beforeAll(async () => {
    upstream = await runMock('spec/auth-v1.yaml', '--no-console');
    proxy = await runServing('proxy', 'spec/auth-v1.yaml', upstream.url);
  });
  afterAll(async () => {
    await proxy?.stop();
    await upstream?.stop();
  });

  const login = () =>
    fetch(`${proxy.url}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"login":"anna","password":"secret-secret-1"}',
    });
  const override = `/_sverka/api/overrides/auth-v1/login`;
  const force = (body: object) =>
    fetch(proxy.url + override, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('tells what was forwarded', async () => {
    expect((await login()).status).toBe(200);
    const { requests } = await (await fetch(`${proxy.url}/_sverka/api/requests`)).json();
    expect(requests[0]).toMatchObject({ operation: 'auth-v1.login', source: 'upstream', status: 200 });
  });

  it('forces responses in place of the upstream', async () => {
    await force({ status: 503 });
    expect((await login()).status).toBe(503);
    await fetch(proxy.url + override, { method: 'DELETE' });
    expect((await login()).status).toBe(200);
  });

  it('breaks connections on the way back from the upstream', async () => {
    await force({ fault: 'reset', times: 1 });
    await expect(login()).rejects.toThrow();
    expect((await login()).status).toBe(200);
  });
});
