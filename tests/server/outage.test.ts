import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/server/database/database.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { eventually } from '../support/eventually.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { freshPayment } from './cases/webhook-2can.ts';
import { loadSamples, pathOf } from './operations.ts';
import { detailOf, freshUser, register, type Subject, startSubject } from './subject.ts';

let postgres: Postgres;
let subject: Subject;
beforeAll(async () => {
  postgres = await startPostgres();
  subject = await startSubject({ database: { kind: 'postgres', url: await postgres.createDatabase() } });
});
afterAll(async () => {
  await subject?.server.close();
  await postgres?.close();
});

test('while PostgreSQL is gone everything answers 503, and service returns by itself', async () => {
  const { user, access_token: token, refresh_token } = await register(subject);
  const requests: readonly [string, Parameters<Subject['ask']>[1]][] = [
    ['auth-v1/register', { body: freshUser() }],
    ['auth-v1/login', { body: { login: user.email, password: user.password } }],
    ['auth-v1/refresh', { body: { refresh_token } }],
    ['users-v1/me', { token }],
    ['webhook-2can/', { body: freshPayment() }],
  ];
  await postgres.stop();
  for (const [path, request] of requests) {
    const answer = await subject.ask(path, request);
    expect([path, answer.status, detailOf(answer)]).toEqual([path, 503, 'Database error']);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
  }
  expect((await subject.ask('healthz/ready')).status).toBe(503);
  expect((await subject.ask('healthz/live')).status).toBe(200);
  await postgres.start();
  await eventually(async () => expect((await subject.ask('healthz/ready')).status).toBe(200));
  for (const [path, request] of requests) {
    expect([path, Math.floor((await subject.ask(path, request)).status / 100)]).toEqual([path, 2]);
  }
});

test('while PostgreSQL is gone every operation of every contract says so in its own words', async () => {
  const { access_token: token } = await register(subject);
  const samples = await loadSamples();
  await postgres.stop();
  for (const sample of samples) {
    const path = pathOf(sample, () => 'b7a10000-0000-4000-8000-000000000001');
    const body = sample.body === undefined ? {} : { body: sample.body };
    // A reply that its document does not promise would be a 500.
    const { status } = await subject.ask(path, { method: sample.operation.method, token, ...body });
    expect([sample.name, status]).toEqual([sample.name, 503]);
  }
  await postgres.start();
  await eventually(async () => expect((await subject.ask('healthz/ready')).status).toBe(200));
});

test('requests that are under way when PostgreSQL goes are answered, none as a defect', async () => {
  const waves = Array.from({ length: 60 }, () => subject.ask('webhook-2can/', { body: freshPayment() }));
  const [answers] = await Promise.all([Promise.all(waves), postgres.stop()]);
  for (const { status } of answers) expect([200, 503]).toContain(status);
  await postgres.start();
});

test('a PostgreSQL that lets nobody write, or not this user, is told at start', async () => {
  const url = await postgres.createDatabase();
  const admin = openDatabase({ kind: 'postgres', url });
  await migrate(admin);
  await sql`create role reader login password 'reader'`.execute(admin.db);
  await admin.close();
  const start = (other: string) =>
    startSubject({ database: { kind: 'postgres', url: other }, testing: false });
  const readOnly = `${url}?options=-c%20default_transaction_read_only%3Don`;
  await expect(start(readOnly)).rejects.toThrow(/cannot be reached: cannot execute INSERT in a read-only/);
  const reader = url.replace('postgres:password@', 'reader:reader@');
  await expect(start(reader)).rejects.toThrow(/cannot be reached: permission denied/);
  await expect(start(`${url}?sslmode=verify-full`)).rejects.toThrow(/cannot be reached: .*SSL/);
});
