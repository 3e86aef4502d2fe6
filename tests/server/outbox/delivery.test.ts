import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../src/server/database/database.ts';
import { migrate } from '../../../src/server/database/migrate.ts';
import { type Courier, startCourier } from '../../../src/server/outbox/courier.ts';
import type { Pace } from '../../../src/server/outbox/pace.ts';
import { tidyOutbox } from '../../../src/server/outbox/store.ts';
import type { Letter, Outcome, Transport } from '../../../src/server/outbox/transport.ts';
import { databases, shareable, type TestDatabase } from '../../support/databases.ts';
import { eventually } from '../../support/eventually.ts';
import { headerOf, startMailServer } from '../../support/mail-server.ts';
import { startPostgres } from '../../support/postgres.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { startSmsGateway } from '../../support/sms-gateway.ts';
import { post, quick, startRig } from './rig.ts';

const silent = { forRequest: () => ({ info() {}, warn() {}, error() {} }) };

/** A transport that writes down what it gets and answers as told. */
function transport(answer: (letter: Letter) => Promise<Outcome> | Outcome, idempotent = true) {
  const letters: string[] = [];
  const send: Transport['send'] = async (letter) => {
    letters.push(letter.id);
    return answer(letter);
  };
  return { letters, channel: idempotent ? 'sms' : 'mail', idempotent, send } as const;
}

const accepting = () => ({ kind: 'sent' }) as const;
const never = () => new Promise<Outcome>(() => {});

describe.each(databases)('over $name', ({ open }) => {
  let place: TestDatabase;
  let database: Database;
  let couriers: Courier[] = [];
  beforeAll(async () => {
    place = await open();
    database = openDatabase(place.options);
    await migrate(database);
  });
  afterEach(async () => {
    await Promise.all(couriers.map((courier) => courier.close()));
    couriers = [];
    await database.db.deleteFrom('outbox').execute();
  });
  afterAll(async () => {
    await database?.close();
    await place?.close();
  });

  const start = (one: Transport, pace: Pace = quick) => {
    const courier = startCourier({ database, transport: one, log: silent, pace });
    couriers.push(courier);
    return courier;
  };
  const states = async () =>
    (await database.db.selectFrom('outbox').select('state').execute()).map(({ state }) => state);
  const rows = () => database.db.selectFrom('outbox').selectAll().execute();

  test('of many couriers each message is sent by one', async () => {
    const sms = transport(accepting);
    const ids = await post(database, 'sms', 40);
    for (let index = 0; index < 5; index += 1) start(sms);
    await eventually(async () => expect(await states()).toEqual(ids.map(() => 'sent')));
    expect(sms.letters.toSorted()).toEqual(ids.toSorted());
  });

  test('an SMS whose sender vanished is sent again under the same id', async () => {
    const [id] = await post(database, 'sms', 1);
    const vanished = transport(never);
    void startCourier({ database, transport: vanished, log: silent, pace: { ...quick, lease: 0.1 } });
    await eventually(() => expect(vanished.letters).toEqual([id]));
    const next = transport(accepting);
    start(next);
    await eventually(async () => expect(await states()).toEqual(['sent']));
    expect(new Set([...vanished.letters, ...next.letters])).toEqual(new Set([id]));
  });

  test('a mail whose sender vanished is not sent again, and the table says why', async () => {
    const [id] = await post(database, 'mail', 1);
    const vanished = transport(never, false);
    void startCourier({ database, transport: vanished, log: silent, pace: { ...quick, lease: 0.1 } });
    await eventually(() => expect(vanished.letters).toEqual([id]));
    const next = transport(accepting, false);
    start(next);
    await eventually(async () => expect(await states()).toEqual(['failed']));
    expect(next.letters).toEqual([]);
    expect(await rows()).toMatchObject([{ text: '', reason: expect.stringContaining('vanished') }]);
  });

  test('a message nobody wants any more is not sent', async () => {
    const sms = transport(accepting);
    await post(database, 'sms', 1, { expires_at: new Date(Date.now() - 1).toISOString() });
    start(sms);
    await eventually(async () =>
      expect(await rows()).toMatchObject([{ state: 'failed', reason: 'expired' }]),
    );
    expect(sms.letters).toEqual([]);
  });

  test('a transport that throws ends nothing: the message waits, others go out', async () => {
    const [bad] = await post(database, 'sms', 3);
    const sms = transport(({ id }) => {
      if (id === bad) throw new Error('a defect');
      return accepting();
    });
    start(sms);
    await eventually(async () => expect((await states()).toSorted()).toEqual(['sending', 'sent', 'sent']));
  });

  test('closing waits for the message under way', async () => {
    await post(database, 'sms', 1);
    const handedOver = Promise.withResolvers<Outcome>();
    const sms = transport(() => handedOver.promise);
    const courier = start(sms);
    await eventually(() => expect(sms.letters).toHaveLength(1));
    const closed = courier.close();
    handedOver.resolve(accepting());
    await closed;
    expect(await states()).toEqual(['sent']);
  });

  test('what is finished is forgotten after a week, what expired unsent is wiped at once', async () => {
    const past = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    await post(database, 'sms', 1, { state: 'sent', due_at: null, created_at: past(8) });
    const [recent] = await post(database, 'sms', 1, { state: 'sent', due_at: null, created_at: past(6) });
    const [stale] = await post(database, 'mail', 1, { expires_at: past(1) });
    await tidyOutbox(database.db, new Date().toISOString());
    const left = await rows();
    expect(left.map(({ id }) => id).toSorted()).toEqual([recent, stale].toSorted());
    expect(left.find(({ id }) => id === stale)).toMatchObject({ state: 'failed', text: '', due_at: null });
  });
});

describe.each(shareable)('two processes over $name', ({ open }) => {
  test('send each message once', async () => {
    const place = await open();
    const database = openDatabase(place.options);
    await migrate(database);
    const mails = await startMailServer();
    const gateway = await startSmsGateway();
    const sms = await post(database, 'sms', 40);
    const letters = await post(database, 'mail', 40);
    const options = {
      testing: false,
      smsGateway: { url: gateway.url },
      smtp: { url: mails.url, from: 'noreply@example.org' },
    };
    const processes = await Promise.all([1, 2].map(() => startServerProcess(place.options, options)));
    try {
      const waiting = database.db.selectFrom('outbox').select('id').where('state', '!=', 'sent');
      await eventually(async () => expect(await waiting.execute()).toEqual([]));
      expect(gateway.requests.map(({ key }) => key).toSorted()).toEqual(sms.toSorted());
      const ids = mails.received.map((mail) => headerOf(mail, 'Message-ID'));
      expect(ids.toSorted()).toEqual(letters.map((id) => `<${id}@example.org>`).toSorted());
    } finally {
      await Promise.all(processes.map((one) => one.kill()));
      await Promise.all([mails.close(), gateway.close(), database.close()]);
      await place.close();
    }
  });
});

test('while PostgreSQL is away couriers wait and say so once; when it is back they go on', async () => {
  const postgres = await startPostgres();
  const database = openDatabase({ kind: 'postgres', url: await postgres.createDatabase() });
  await migrate(database);
  const warn = vi.fn();
  const log = { forRequest: () => ({ ...silent.forRequest(), warn }) };
  const sms = transport(accepting);
  const courier = startCourier({ database, transport: sms, log, pace: quick });
  await postgres.stop();
  await eventually(() => expect(warn).toHaveBeenCalledWith('sending put off', expect.anything()));
  await postgres.start();
  const ids = await eventually(() => post(database, 'sms', 1));
  await eventually(() => expect(sms.letters).toEqual(ids));
  await courier.close();
  expect(warn).toHaveBeenCalledTimes(1);
  await database.close();
  await postgres.close();
});

test('with nothing set up, requests succeed, messages wait, the log says so once; after a restart they go out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sverka-outbox-'));
  const first = await startRig({}, folder);
  const people = [await first.sendCode('mail'), await first.sendCode('mail'), await first.sendCode('sms')];
  expect((await first.rows()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(first.log().match(/nothing is set up to carry/g)).toHaveLength(2);
  await first.close();
  const mails = await startMailServer();
  const gateway = await startSmsGateway();
  const smtp = { url: mails.url, from: 'noreply@example.org' };
  const second = await startRig({ smtp, smsGateway: { url: gateway.url } }, folder);
  await eventually(async () =>
    expect((await second.rows()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']),
  );
  const reached = [...mails.received.flatMap(({ to }) => to), ...gateway.requests.map(({ to }) => to)];
  expect(reached.toSorted()).toEqual(people.map(({ to }) => to).toSorted());
  await second.close();
  await Promise.all([mails.close(), gateway.close()]);
  await rm(folder, { recursive: true });
});
