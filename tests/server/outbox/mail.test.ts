import { afterEach, expect, test } from 'vitest';
import type { SmtpOptions } from '../../../src/server/outbox/smtp.ts';
import { eventually } from '../../support/eventually.ts';
import {
  type Behaviour,
  headerOf,
  type MailServer,
  startMailServer,
  textOf,
} from '../../support/mail-server.ts';
import { type Rig, startRig } from './rig.ts';

let mails: MailServer;
let rig: Rig;
afterEach(async () => {
  await rig?.close();
  await mails?.close();
});

async function start(behaviours: Behaviour[] = [], changes: Partial<SmtpOptions> = {}): Promise<void> {
  mails = await startMailServer(behaviours);
  const smtp = { url: mails.url, from: 'Сверка <noreply@example.org>', ...changes };
  rig = await startRig({ smtp });
}

const settled = (state: string) =>
  eventually(async () => expect((await rig.rows()).map((row) => row.state)).toEqual([state]));

test('a code arrives by mail: sender, recipient, subject, text, and a Message-ID of the sender’s domain', async () => {
  await start();
  const { to } = await rig.sendCode('mail');
  await settled('sent');
  const [mail] = mails.received;
  if (!mail) throw new Error('no mail');
  expect([mail.from, mail.to]).toEqual(['noreply@example.org', [to]]);
  expect(headerOf(mail, 'From')).toBe('Сверка <noreply@example.org>');
  expect(headerOf(mail, 'To')).toBe(to);
  expect(headerOf(mail, 'Subject')).toBe('Восстановление доступа');
  expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
  const [row] = await rig.rows();
  expect(headerOf(mail, 'Message-ID')).toBe(`<${row?.id}@example.org>`);
  const code = /^Ваш код: (\d{6})\./.exec(textOf(mail))?.[1];
  const answer = await rig.ask('auth-v2/v2/auth/code', { body: { login: to, code } });
  expect(answer.status).toBe(200);
});

test('once it is sent, neither table nor log tells what it said or whom it went to', async () => {
  await start(['say-451']);
  const { to } = await rig.sendCode('mail');
  await settled('sent');
  const [mail] = mails.received;
  if (!mail) throw new Error('no mail');
  expect(await rig.rows()).toMatchObject([{ subject: '', text: '', code: null, link: null, attempts: 2 }]);
  const code = /\d{6}/.exec(textOf(mail))?.[0] ?? '';
  for (const secret of [code, to, 'Ваш код']) expect(rig.log()).not.toContain(secret);
  expect(rig.log()).toContain('"message":"message sent"');
});

test('the log of the sending carries the id of the request that caused it', async () => {
  await start(['say-451']);
  const { requestId } = await rig.sendCode('mail');
  await settled('sent');
  for (const message of ['message not sent, another try follows', 'message sent']) {
    await eventually(() => {
      const line = rig
        .log()
        .split('\n')
        .find((one) => one.includes(`"message":"${message}"`));
      expect(JSON.parse(line ?? '{}')).toMatchObject({ requestId, channel: 'mail' });
    });
  }
});

test('a server that is busy gets the mail again, under the same Message-ID', async () => {
  await start(['say-451', 'say-451']);
  await rig.sendCode('mail');
  await settled('sent');
  expect([mails.texts, mails.received.length]).toEqual([3, 1]);
  expect(rig.log()).toContain('the mail server answered 451');
});

test('a mail whose recipient is refused for good is not tried again', async () => {
  await start(['refuse-recipient']);
  await rig.sendCode('mail');
  await settled('failed');
  expect(await rig.rows()).toMatchObject([{ attempts: 1, reason: 'the mail server answered 550', text: '' }]);
  expect(mails.received).toEqual([]);
});

test('a server that does not greet is tried again: nothing can have been delivered', async () => {
  await start(['never-greet'], { timeout: 500 });
  await rig.sendCode('mail');
  await settled('sent');
  expect(mails.received).toHaveLength(1);
});

test('when the connection breaks after the text went out, the mail is never sent again', async () => {
  await start(['hang-up-after-the-text']);
  await rig.sendCode('mail');
  await settled('failed');
  expect(await rig.rows()).toMatchObject([
    { attempts: 1, reason: expect.stringContaining('nobody knows whether it was delivered') },
  ]);
  expect(mails.texts).toBe(1);
});

test('a mail server that is away holds up no request, and gets the mail when it is back', async () => {
  const gone = await startMailServer();
  await gone.close();
  rig = await startRig({
    smtp: { url: gone.url, from: 'noreply@example.org' },
    outboxPace: { poll: 0.05, parallel: 8, tries: 1_000, lease: 60, delayAfter: () => 0.05 },
  });
  await rig.sendCode('mail');
  await eventually(() => expect(rig.log()).toContain('another try follows'));
  mails = await startMailServer([], gone.port);
  await settled('sent');
  expect(mails.received).toHaveLength(1);
});

test('after the last try a mail is given up', async () => {
  await start(['say-451', 'say-451', 'say-451', 'say-451']);
  await rig.sendCode('mail');
  await settled('failed');
  expect(mails.texts).toBe(4);
});

test('logs in where the URL has a user', async () => {
  mails = await startMailServer();
  const url = mails.url.replace('smtp://', 'smtp://sverka:s3cret%40@');
  rig = await startRig({ smtp: { url, from: 'noreply@example.org' } });
  await rig.sendCode('mail');
  await settled('sent');
  expect(mails.received).toMatchObject([{ user: 'sverka' }]);
});
