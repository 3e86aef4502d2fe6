import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import type { ServerOptions } from '../../src/server/server-options.ts';
import { type RunningServer, startServer } from '../../src/server/start.ts';
import type { TestDatabase } from '../support/databases.ts';
import { freshPhone } from '../support/fresh-phone.ts';
import { type Answer, type Ask, ask } from '../support/http.ts';

/** Whoever answers. `ask('auth-v1/login', …)` sends to a contract's path. */
export interface Asked {
  ask(path: string, request?: Ask): Promise<Answer>;
}

/** A server under test. */
export interface Subject extends Asked {
  readonly server: RunningServer;
}

/** Starts a server for tests on a free port. */
export async function startSubject(
  options: Partial<ServerOptions> & Pick<ServerOptions, 'database'>,
): Promise<Subject> {
  const server = await startServer({ layout: { port: 0 }, testing: true, ...options });
  return { server, ask: (path, request) => ask(`${server.url}/${path}`, request) };
}

/** A server over a database of its own, there while the tests of a block run. */
export function useSubject(open: () => Promise<TestDatabase>, options: Partial<ServerOptions> = {}) {
  let database: TestDatabase;
  let subject: Subject;
  beforeAll(async () => {
    database = await open();
    subject = await startSubject({ database: database.options, ...options });
  });
  afterAll(async () => {
    await subject?.server.close();
    await database?.close();
  });
  return {
    ask: (path: string, request?: Ask) => subject.ask(path, request),
    get server() {
      return subject.server;
    },
    get database() {
      return database;
    },
  };
}

export const inMemory = { database: { kind: 'sqlite', file: ':memory:' } } as const;

/** Data of an account nobody has yet. */
export function freshUser() {
  const unique = randomUUID().slice(0, 13);
  return {
    second_login: `user-${unique}`,
    phone: freshPhone(),
    email: `user-${unique}@example.com`,
    password: 'correct horse battery staple',
    group_names: ['customer'],
  };
}

const tokensSchema = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1) });

/** The tokens of an answer; fails when it has none. */
export function tokensOf({ body }: Answer): z.infer<typeof tokensSchema> {
  return tokensSchema.parse(body);
}

/** The access token of an answer; fails when it has none. */
export function accessTokenOf({ body }: Answer): string {
  return z.object({ access_token: z.string().min(1) }).parse(body).access_token;
}

/** Registers a fresh account. */
export async function register(subject: Asked, changes: Partial<ReturnType<typeof freshUser>> = {}) {
  const user = { ...freshUser(), ...changes };
  return { user, ...tokensOf(await subject.ask('auth-v1/register', { body: user })) };
}

/** `detail` of an error answer. */
export function detailOf({ body }: Answer): unknown {
  return z.object({ detail: z.unknown() }).parse(body).detail;
}

const itemsSchema = z.object({ detail: z.array(z.object({ type: z.string(), loc: z.array(z.unknown()) })) });

/** Type and place of each item of a 422 answer, as `missing body/email`. */
export function faultsOf({ body }: Answer): string[] {
  return itemsSchema.parse(body).detail.map(({ type, loc }) => `${type} ${loc.join('/')}`);
}
