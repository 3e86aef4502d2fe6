import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCheck, anExchange, eventsOf, oneOfEach, summaryOf } from '../../fixtures/evidence/build.ts';
import { createRecorder, type Recorder } from '../../src/evidence/recorder.ts';
import type { Evidence, RunEvent } from '../../src/evidence/types.ts';

let directory: string;
let recorder: Recorder;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'recorder-test-'));
  recorder = await createRecorder({ directory });
});
afterEach(async () => {
  await recorder.close();
  await rm(directory, { recursive: true, force: true });
});

const recordAll = async (events: readonly RunEvent[]) => {
  for (const event of events) await recorder.record(event);
};
const idsOf = async (evidence: Evidence) => {
  const ids: string[] = [];
  for await (const { id } of evidence.checks()) ids.push(id);
  return ids;
};
const spoolFile = async () => {
  const [folder = ''] = await readdir(directory);
  return join(directory, folder, 'checks.ndjson');
};

test('what a run told is what the evidence says', async () => {
  const checks = oneOfEach();
  await recordAll(eventsOf(checks));
  const evidence = recorder.evidence();
  expect(evidence.summary).toEqual(summaryOf(checks));
  expect(await idsOf(evidence)).toEqual(checks.map(({ id }) => id));
});

test('checks come in planned order, whatever order they finished in, any number of times', async () => {
  const planned = ['c', 'a', 'b'].map((id) => aCheck({ id }));
  const [started, ...rest] = eventsOf(planned);
  if (!started) throw new Error('no events');
  await recordAll([started, ...rest.toReversed()]);
  const evidence = recorder.evidence();
  expect(await idsOf(evidence)).toEqual(['c', 'a', 'b']);
  expect(await idsOf(evidence)).toEqual(['c', 'a', 'b']);
});

test('an input whose name says that it is a secret is masked under whatever name it is sent', async () => {
  await using informed = await createRecorder({
    directory,
    inputs: { door_token: 'open-sesame', limit: 20 },
  });
  const headers = { 'x-door': 'open-sesame', 'x-limit': '20' };
  const request = { method: 'GET', url: 'http://h/?key=open-sesame', headers, body: null };
  for (const event of eventsOf([aCheck({ exchanges: [anExchange({ request })] })]))
    await informed.record(event);
  for await (const { exchanges } of informed.evidence().checks()) {
    expect(JSON.stringify(exchanges)).not.toContain('open-sesame');
    expect(exchanges[0]?.request.headers['x-limit']).toBe('20');
  }
});

test('a body longer than anybody reads is cut, its secrets masked before, and says how much is missing', async () => {
  const exchange = anExchange();
  const body = { password: 'correct horse', items: Array(100_000).fill('eleven char') };
  const response = { status: 200, headers: { 'content-type': 'application/json' }, body };
  await recordAll(eventsOf([aCheck({ exchanges: [{ ...exchange, response }] })]));
  for await (const check of recorder.evidence().checks()) {
    const kept = String(check.exchanges[0]?.response?.body);
    const whole = JSON.stringify({ ...body, password: '«masked:0000»' }).length;
    expect(kept.slice(0, 40)).toMatch(/^\{"password":"«masked:.{4}»","items":\["/);
    expect(kept.slice(1_000_000)).toBe(`… «${whole - 1_000_000} more characters»`);
  }
});

test('the password in the URL of a target is a secret', async () => {
  const [started, ...rest] = eventsOf([aCheck()]);
  if (started?.type !== 'run-started') throw new Error('no start');
  const info = { ...started.info, target: 'https://qa:sesame77@shop.test' };
  const told = await recorder.record({ ...started, info });
  expect(told).toMatchObject({
    info: { target: expect.stringMatching(/^https:\/\/qa:«masked:.{4}»@shop\.test$/) },
  });
  for (const event of rest) await recorder.record(event);
});

test('no secret reaches the disk, and nobody else may read the file', async () => {
  await recordAll(eventsOf([aCheck()]));
  const file = await spoolFile();
  expect(await readFile(file, 'utf8')).not.toMatch(/correct horse|eyJhbGci|r-5d41402/);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('what it gives back may be shown: a finished check comes with its secrets masked', async () => {
  const shown = await recorder.record({ type: 'check-finished', check: aCheck() });
  expect(JSON.stringify(shown)).toMatch(/«masked:\w{4}»/);
  expect(JSON.stringify(shown)).not.toMatch(/correct horse|eyJhbGci|r-5d41402/);
});

test('the same token has one fingerprint in all checks of a run', async () => {
  await recordAll(eventsOf([aCheck({ id: 'a' }), aCheck({ id: 'b' })]));
  const bodies: unknown[] = [];
  for await (const { exchanges } of recorder.evidence().checks()) bodies.push(exchanges[0]?.response?.body);
  expect(bodies[0]).toEqual(bodies[1]);
});

test('a run that never finished counts what it saw and is marked as interrupted', async () => {
  const [started, , finished] = eventsOf([aCheck(), aCheck({ id: 'never' })]);
  if (!started || !finished) throw new Error('no events');
  await recordAll([started, finished]);
  const { summary, info } = recorder.evidence();
  expect(summary).toMatchObject({ passed: 1, failed: 0 });
  expect(info).toMatchObject({ interrupted: true, tool: 'sverka 0.1.0' });
});

test('many checks at once are all kept, each whole', async () => {
  const checks = Array.from({ length: 500 }, (_, index) =>
    aCheck({ id: `n${index}`, exchanges: [anExchange({ step: 'ж'.repeat(index) })] }),
  );
  const events = eventsOf(checks);
  await Promise.all(events.map((event) => recorder.record(event)));
  let seen = 0;
  for await (const check of recorder.evidence().checks()) {
    expect(check.exchanges[0]?.step).toHaveLength(Number(check.id.slice(1)));
    seen += 1;
  }
  expect(seen).toBe(500);
});

test('closing leaves nothing behind', async () => {
  await recordAll(eventsOf([aCheck()]));
  await recorder.close();
  expect(await readdir(directory)).toEqual([]);
  recorder = await createRecorder({ directory });
});

test('what was written down is not kept in memory as well, however much it is', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const held = () => {
    collectGarbage();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  const body = 'x'.repeat(1_000_000);
  for (let index = 0; index < 40; index += 1) {
    const exchanges = [anExchange({ response: { status: 200, headers: {}, body } })];
    await recorder.record({ type: 'check-finished', check: aCheck({ id: `c/${index}`, exchanges }) });
  }
  expect(held() - before).toBeLessThan(10_000_000);
});
