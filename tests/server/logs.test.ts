import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openServiceLog } from '../../src/server/logs/service-log.ts';
import { eventually } from '../support/eventually.ts';
import { freshPayment } from './cases/webhook-2can.ts';
import { freshUser, inMemory, register, type Subject, startSubject, tokensOf } from './subject.ts';

const lineSchema = z.looseObject({
  time: z.iso.datetime(),
  level: z.enum(['info', 'warn', 'error']),
  message: z.string().min(1),
  requestId: z.string(),
  contract: z.string(),
});

let folder: string;
let subject: Subject;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sverka-logs-'));
  subject = await startSubject({ ...inMemory, logDirectory: folder });
});
afterAll(async () => {
  await subject.server.close();
  await rm(folder, { recursive: true });
});

/** Lines of one request, as soon as the one that ends it is there. */
async function linesOf(file: string, requestId: string) {
  return eventually(async () => {
    const lines = (await readFile(join(folder, file), 'utf8')).trim().split('\n');
    const found = lines
      .filter((line) => line.includes(requestId))
      .map((line) => lineSchema.parse(JSON.parse(line)));
    expect(found.some((line) => 'status' in line)).toBe(true);
    return found;
  });
}

test('every service has a file of its own', () => {
  const names = subject.server.logFiles.map((file) => file.slice(folder.length + 1)).toSorted();
  expect(names).toEqual(expect.arrayContaining(['auth.log', 'server.log', 'users.log', 'webhook.log']));
});

test.each([
  ['accepted-1', {}, '', ['info', 'info'], 'payment received'],
  ['rejected-1', { MID: '9' }, '', ['warn', 'warn'], 'payment rejected: Invalid MID'],
  ['invalid-1', { Id: 'no' }, '', ['warn', 'warn'], 'request does not agree with the contract'],
  ['gone-1', {}, 'fault=database-unavailable', ['error'], 'POST / 503'],
  ['broken-1', {}, 'fault=internal-error', ['error'], 'POST / 500'],
])('the webhook logs %s', async (requestId, changes, prefer, levels, message) => {
  const body = { ...freshPayment(), ...changes };
  await subject.ask('webhook-2can/', { body, prefer, headers: { 'x-request-id': requestId } });
  const lines = await linesOf('webhook.log', requestId);
  expect(lines.map(({ level }) => level)).toEqual(levels);
  expect(lines.map((line) => line.message)).toContain(message);
  expect(lines.every(({ contract }) => contract === 'webhook-2can')).toBe(true);
});

test('the cause of a defect is in the log and nowhere else', async () => {
  const request = {
    body: freshPayment(),
    prefer: 'fault=internal-error',
    headers: { 'x-request-id': 'cause-1' },
  };
  const answer = await subject.ask('webhook-2can/', request);
  expect(JSON.stringify(answer.body)).not.toContain('fault');
  const [line] = await linesOf('webhook.log', 'cause-1');
  expect(line?.cause).toMatch(/Error: a fault was asked for[\s\S]+ at /);
});

test('no password and no token is ever in a log', async () => {
  const {
    user,
    access_token: token,
    refresh_token,
  } = await register(subject, { password: 'p4ssw0rd-of-mine' });
  const next = tokensOf(await subject.ask('auth-v1/refresh', { body: { refresh_token } }));
  await subject.ask('auth-v1/login', { body: { login: user.email, password: 'wr0ng-of-mine' } });
  await subject.ask('auth-v1/register', { body: { ...freshUser(), password: ['l1st-of-mine'] } });
  await subject.ask('auth-v1/register', { body: '{"password":"br0ken-of-mine"' });
  await subject.ask(`auth-v1/register?password=qu3ry-of-mine`, { body: freshUser() });
  await subject.ask(`auth-v1/nothing/${token}`);
  await subject.ask('auth-v1/logout', { method: 'POST', token, headers: { 'x-request-id': 'last-1' } });
  await linesOf('auth.log', 'last-1');
  const log = await readFile(join(folder, 'auth.log'), 'utf8');
  for (const secret of ['of-mine', token, refresh_token, next.access_token, next.refresh_token, 'Bearer']) {
    expect(log).not.toContain(secret);
  }
});

test('a secret that somebody logs by mistake is masked', async () => {
  const log = openServiceLog('mistake', {}, { directory: folder, stream: undefined });
  log.forRequest('mistake-1').info('oops', { password: 'of-mine', access_token: 'of-mine', code: '123456' });
  await log.close();
  const line = await readFile(join(folder, 'mistake.log'), 'utf8');
  expect(JSON.parse(line)).toMatchObject({ password: '***', access_token: '***', code: '***' });
});
