import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/server/limits/limit.ts';
import { inMemory, register, type Subject, startSubject } from './subject.ts';

/** Statuses of so many wrong logins, each for another name, all from this machine. */
async function guess(subject: Subject, times: number): Promise<ReadonlySet<number>> {
  const statuses = new Set<number>();
  for (let round = 0; round < times; round += 50) {
    const wrong = Array.from({ length: Math.min(50, times - round) }, (_, at) => ({
      login: `nobody-${round + at}`,
      password: 'wrong',
    }));
    const answers = await Promise.all(wrong.map((body) => subject.ask('auth-v1/login', { body })));
    for (const { status } of answers) statuses.add(status);
  }
  return statuses;
}

test('checklists may run against a server for tests all day long: their address is not shut out', async () => {
  const subject = await startSubject(inMemory);
  try {
    expect(await guess(subject, defaultLimits.address.tries + 1)).toEqual(new Set([401]));
  } finally {
    await subject.server.close();
  }
});

test('an address with too many wrong logins is shut out, whatever names it tried', async () => {
  const limits = { ...defaultLimits, address: { ...defaultLimits.address, tries: 50 } };
  const subject = await startSubject({ ...inMemory, limits });
  try {
    expect(await guess(subject, 50)).toEqual(new Set([401]));
    expect(await guess(subject, 1)).toEqual(new Set([429]));
  } finally {
    await subject.server.close();
  }
});

test('an address that has codes sent to one account after another is held back before the next is sent', async () => {
  const limits = { ...defaultLimits, sent: { ...defaultLimits.sent, tries: 2 } };
  const subject = await startSubject({ ...inMemory, limits });
  const ask = async () => {
    const { user } = await register(subject);
    return subject.ask('auth-v2/v2/auth/loginByPhone', { body: { phone_number: user.phone } });
  };
  try {
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await subject.ask('control/inbox')).toMatchObject({ body: { messages: { length: 2 } } });
  } finally {
    await subject.server.close();
  }
});
