import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/server/database/database.ts';
import { migrate } from '../src/server/database/migrate.ts';
import { addMerchants } from '../src/server/payments/store.ts';
import { createAccessTokens } from '../src/server/sessions/access-tokens.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import { table } from './measure.ts';
import { addAccounts, drawSecret, freshPayment, MID, PASSWORD, prepareSqlite } from './server/accounts.ts';
import { type Load, pressInTurn, type Speed } from './server/press.ts';
import { type Subject, startBare, startSverka } from './server/subject.ts';

const ROUNDS = 5;
const HOUR = 3600;

/** `sverka serve` beside bare Express routes that do the same, and beside itself with a thousand times the accounts. */
export async function benchServer(print: (text: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sverka-bench-'));
  try {
    await besideExpress(folder, print);
    await besideItself(folder, print);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function besideExpress(folder: string, print: (text: string) => void): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const start = async (starting: Promise<Subject>) => opened.adopt(await starting, (one) => one.stop());
  const secret = drawSecret();
  const [sqlite, bare] = [join(folder, 'sverka.sqlite'), join(folder, 'bare.sqlite')];
  await Promise.all([sqlite, bare].map(prepareSqlite));
  const postgres = opened.adopt(await startPostgres({ durable: true }), (one) => one.close());
  const url = await postgres.createDatabase();
  const onSqlite = await start(startSverka(folder, sqlite, secret));
  const onPostgres = await start(startSverka(folder, url, secret));
  await addMerchant(url);
  const me = await Promise.all([onSqlite, onPostgres].map(registerSomebody));
  const bareJson = await start(startBare('bare-json.ts', me[0]?.body ?? ''));
  const bareInsert = await start(startBare('bare-insert.ts', bare));
  const speeds = await pressInTurn(
    {
      bareJson: { subject: bareJson, path: '/users/me', request: () => ({}), amount: 10_000 },
      sqliteMe: getMe(onSqlite, [me[0]?.token ?? ''], 10_000),
      postgresMe: getMe(onPostgres, [me[1]?.token ?? ''], 4_000),
      bareInsert: insert(bareInsert, '/webhook', 6_000),
      sqliteInsert: insert(onSqlite, '/webhook-2can/', 6_000),
      postgresInsert: insert(onPostgres, '/webhook-2can/', 3_000),
    },
    ROUNDS,
  );
  const rows = [
    row('Express 5, a JSON route', speeds('bareJson'), speeds('bareJson')),
    row('GET users/me, SQLite', speeds('sqliteMe'), speeds('bareJson')),
    row('GET users/me, PostgreSQL', speeds('postgresMe'), speeds('bareJson')),
    row('Express 5, the same insert', speeds('bareInsert'), speeds('bareInsert')),
    row('webhook, SQLite', speeds('sqliteInsert'), speeds('bareInsert')),
    row('webhook, PostgreSQL', speeds('postgresInsert'), speeds('bareInsert')),
  ];
  const head = ['server', 'requests/s', 'of Express', 'CPU µs/request', 'of Express'];
  print(`## Server beside bare Express\n\n${table(head, rows)}\n`);
}

function row(name: string, speed: Speed, reference: Speed): string[] {
  return [
    name,
    speed.perSecond.toFixed(0),
    (speed.perSecond / reference.perSecond).toFixed(2),
    speed.cpuUs.toFixed(0),
    (reference.cpuUs / speed.cpuUs).toFixed(2),
  ];
}

async function besideItself(folder: string, print: (text: string) => void): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const small = await populated(folder, 1_000, opened);
  const large = await populated(folder, 1_000_000, opened);
  const speeds = await pressInTurn(
    {
      smallMe: getMe(small.subject, small.tokens, 6_000),
      largeMe: getMe(large.subject, large.tokens, 6_000),
      smallInsert: insert(small.subject, '/webhook-2can/', 4_000),
      largeInsert: insert(large.subject, '/webhook-2can/', 4_000),
      smallLogin: login(small.subject, 1_000, 100),
      largeLogin: login(large.subject, 1_000_000, 100),
    },
    ROUNDS,
  );
  const compare = (name: string, one: Speed, other: Speed) => [
    name,
    one.perSecond.toFixed(0),
    other.perSecond.toFixed(0),
    (other.perSecond / one.perSecond).toFixed(2),
    one.cpuUs.toFixed(0),
    other.cpuUs.toFixed(0),
    (one.cpuUs / other.cpuUs).toFixed(2),
  ];
  const rows = [
    compare('GET users/me', speeds('smallMe'), speeds('largeMe')),
    compare('webhook', speeds('smallInsert'), speeds('largeInsert')),
    compare('login', speeds('smallLogin'), speeds('largeLogin')),
  ];
  const head = [
    'SQLite file',
    '1,000: /s',
    '1,000,000: /s',
    'ratio',
    '1,000: CPU µs',
    '1,000,000: CPU µs',
    'ratio',
  ];
  print(`## Server with 1,000 and with 1,000,000 accounts\n\n${table(head, rows)}\n`);
}

/** A server over so many accounts, and the access tokens of some of them. */
async function populated(
  folder: string,
  count: number,
  opened: AsyncDisposableStack,
): Promise<{ subject: Subject; tokens: readonly string[] }> {
  const file = join(folder, `${count}.sqlite`);
  const secret = drawSecret();
  await prepareSqlite(file);
  const ids = await addAccounts(file, count, 5_000);
  const { issue } = await createAccessTokens(new TextEncoder().encode(secret));
  const tokens = await Promise.all(ids.map((id) => issue({ id, passwordVersion: 1 }, new Date(), HOUR)));
  const subject = opened.adopt(await startSverka(folder, file, secret), (one) => one.stop());
  return { subject, tokens };
}

function getMe(subject: Subject, tokens: readonly string[], amount: number): Load {
  const request = (n: number) => ({ headers: { authorization: `Bearer ${tokens[n % tokens.length]}` } });
  return { subject, path: '/users-v1/me', request, amount };
}

const json = { 'content-type': 'application/json' };

function insert(subject: Subject, path: string, amount: number): Load {
  return { subject, path, amount, request: () => ({ method: 'POST', headers: json, body: freshPayment() }) };
}

function login(subject: Subject, accounts: number, amount: number): Load {
  const request = () => {
    const body = { login: `user-${1 + Math.floor(Math.random() * accounts)}`, password: PASSWORD };
    return { method: 'POST' as const, headers: json, body: JSON.stringify(body) };
  };
  return { subject, path: '/auth-v1/login', request, amount };
}

async function addMerchant(url: string): Promise<void> {
  const database = openDatabase({ kind: 'postgres', url });
  await migrate(database);
  await addMerchants(database.db, [{ mid: MID, name: 'Bench' }]);
  await database.close();
}

/** An account made the usual way: its access token, and what `/users/me` says of it. */
async function registerSomebody({ url }: Subject): Promise<{ token: string; body: string }> {
  const body = {
    second_login: 'bench',
    email: 'bench@example.com',
    phone: '+79161234567',
    password: PASSWORD,
  };
  const registered = await fetch(`${url}/auth-v1/register`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ ...body, group_names: ['customer'] }),
  });
  const { access_token: token } = await registered.json();
  const me = await fetch(`${url}/users-v1/me`, { headers: { authorization: `Bearer ${token}` } });
  return { token, body: await me.text() };
}
