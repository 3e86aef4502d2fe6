import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMetrics } from '../../src/server/metrics/metrics.ts';
import { inMemory, type Subject, startSubject } from './subject.ts';

let subject: Subject;
beforeAll(async () => {
  subject = await startSubject({ ...inMemory, metricsPort: 0 });
});
afterAll(() => subject.server.close());

const scrape = async () => (await fetch(subject.server.metricsUrl ?? '')).text();

test('every request is counted under its contract, operation and status, on a port that no contract is on', async () => {
  await subject.ask('users-v1/me');
  await subject.ask('users-v1/me');
  await subject.ask('users-v1/no/such/path');
  const text = await scrape();
  const series = 'http_request_duration_seconds';
  expect(text).toContain(`${series}_count{contract="users-v1",operation="getMe",status="401"} 2\n`);
  expect(text).toContain(`${series}_count{contract="users-v1",operation="",status="404"} 1\n`);
  expect(text).toMatch(/^process_resident_memory_bytes [1-9]\d+$/m);
  expect((await subject.ask('metrics')).status).toBe(404);
  expect((await fetch(new URL('/users-v1/me', subject.server.metricsUrl))).status).toBe(404);
});

test('the format is the one of Prometheus: every line a comment or a sample, every family with its type', async () => {
  const response = await fetch(subject.server.metricsUrl ?? '');
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(
      /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z]+="[^"\\\n]*",?)+\})? \d+(\.\d+)?(e[+-]\d+)?)$/,
    );
});

test('a bucket counts all that took no longer than its bound', () => {
  const metrics = createMetrics();
  for (const durationMs of [1, 2, 2500, 60_000]) metrics.observe('auth-v1', 'login', 200, durationMs);
  const counts = [...metrics.text().matchAll(/_bucket\{.*le="(.+)"\} (\d+)/g)].map(([, le, count]) => [
    le,
    count,
  ]);
  expect(Object.fromEntries(counts)).toMatchObject({
    '0.001': '1',
    '0.0025': '2',
    '1': '2',
    '2.5': '3',
    '10': '3',
    '+Inf': '4',
  });
  expect(metrics.text()).toContain('_sum{contract="auth-v1",operation="login",status="200"} 62.503\n');
});

test('without a port for them there are no metrics', async () => {
  const plain = await startSubject(inMemory);
  expect(plain.server.metricsUrl).toBeUndefined();
  await plain.server.close();
});
