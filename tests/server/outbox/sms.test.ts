import { afterEach, expect, test } from 'vitest';
import { formatProblem } from '../../../src/contract/finding.ts';
import { loadContract } from '../../../src/contract/load.ts';
import { validateRequest } from '../../../src/contract/validate-request.ts';
import type { SmsGatewayOptions } from '../../../src/server/outbox/sms-gateway.ts';
import { eventually } from '../../support/eventually.ts';
import { type Behaviour, type SmsGateway, startSmsGateway } from '../../support/sms-gateway.ts';
import { type Rig, startRig } from './rig.ts';

let gateway: SmsGateway;
let rig: Rig;
afterEach(async () => {
  await rig?.close();
  await gateway?.close();
});

async function start(behaviours: Behaviour[] = [], changes: Partial<SmsGatewayOptions> = {}): Promise<void> {
  gateway = await startSmsGateway(behaviours);
  rig = await startRig({ smsGateway: { url: gateway.url, ...changes } });
}

const settled = (state: string) =>
  eventually(async () => expect((await rig.rows()).map((row) => row.state)).toEqual([state]));

test('a code arrives by SMS, with an idempotency key and the gateway’s token, and logs in', async () => {
  await start([], { token: 's3cret' });
  const { to } = await rig.sendCode('sms');
  await settled('sent');
  const [row] = await rig.rows();
  expect(gateway.requests).toMatchObject([
    { id: row?.id, key: row?.id, to, headers: { authorization: 'Bearer s3cret' } },
  ]);
  const code = /\d{6}/.exec(gateway.requests[0]?.text ?? '')?.[0];
  const answer = await rig.ask('auth-v2/v2/auth/code', { body: { login: to, code } });
  expect(answer.status).toBe(200);
});

test('an SMS goes out as docs/sms-gateway.yaml describes it', async () => {
  const { contract, problems } = await loadContract('docs/sms-gateway.yaml');
  const operation = contract?.operation('sendSms');
  if (!contract || !operation) throw new Error(problems.map(formatProblem).join('\n'));
  await start([], { token: 's3cret' });
  await rig.sendCode('sms');
  await settled('sent');
  const { id, to, text, headers } = gateway.requests[0] ?? {};
  const raw = {
    method: 'POST',
    path: '/messages',
    query: '',
    headers: { 'idempotency-key': String(headers?.['idempotency-key']), 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ id, to, text })),
  };
  expect(validateRequest(contract, operation, raw, {}).violations).toEqual([]);
});

test.each<[string, Behaviour[]]>([
  ['is down', [503, 500]],
  ['has too much to do', [429, 429]],
  ['refuses the token until somebody mends it', [401]],
  ['hangs up', ['hang-up', 'hang-up']],
  ['takes the SMS and hangs up', ['take-and-hang-up', 'take-and-hang-up']],
])('a gateway that %s is asked again under the same key: one SMS goes out', async (_, behaviours) => {
  const tries = behaviours.length + 1;
  await start([...behaviours]);
  await rig.sendCode('sms');
  await settled('sent');
  expect(new Set(gateway.requests.map(({ key }) => key)).size).toBe(1);
  expect([gateway.requests.length, gateway.sent.size]).toEqual([tries, 1]);
});

test('a gateway that takes the SMS and does not answer is asked again under the same key', async () => {
  await start(['take-and-say-nothing'], { timeout: 500 });
  await rig.sendCode('sms');
  await settled('sent');
  expect(gateway.requests.length).toBeGreaterThan(1);
  expect([new Set(gateway.requests.map(({ key }) => key)).size, gateway.sent.size]).toEqual([1, 1]);
});

test.each([400, 413, 422])('an SMS the gateway refuses with %i is given up', async (status) => {
  await start([status]);
  await rig.sendCode('sms');
  await settled('failed');
  expect(gateway.requests).toHaveLength(1);
  expect(await rig.rows()).toMatchObject([{ reason: `the gateway answered ${status}`, text: '' }]);
});

test('a redirect is not followed: the text and the token stay here', async () => {
  await start([307]);
  await rig.sendCode('sms');
  await settled('sent');
  expect(gateway.requests).toHaveLength(2);
});

test('while an SMS waits, its code is in no log', async () => {
  await start([503, 503, 503, 503]);
  const { to } = await rig.sendCode('sms');
  await settled('failed');
  const code = /\d{6}/.exec(gateway.requests[0]?.text ?? '')?.[0] ?? 'none';
  for (const secret of [code, to]) expect(rig.log()).not.toContain(secret);
});
