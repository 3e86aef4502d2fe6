import { Agent, get, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { freshUser, inMemory, startSubject } from './subject.ts';

test('clients that keep their connections and keep asking do not hold up a server that closes', async () => {
  const subject = await startSubject(inMemory);
  let closing = false;
  let late = 0;
  const lane = async () => {
    for (;;) {
      const { second_login: login } = freshUser();
      const answer = await subject
        .ask('auth-v1/login', { body: { login, password: 'wrong' } })
        .catch(() => undefined);
      if (!answer) return;
      expect(answer.status).toBe(401);
      if (closing) late += 1;
    }
  };
  const lanes = Array.from({ length: 8 }, lane);
  await subject.ask('healthz/live');
  closing = true;
  await subject.server.close();
  await Promise.all(lanes);
  // One that was under way and one that followed on the same connection.
  expect(late).toBeLessThanOrEqual(2 * lanes.length);
});

test('a request that a proxy sends into a kept connection just as the server closes is answered', async () => {
  const { server } = await startSubject(inMemory);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const request = get(`${server.url}/healthz/live`, { agent }, (response) => {
        response.resume().once('end', () => resolve(response));
      });
      request.once('error', reject);
    });
  await ask();
  const closing = server.close();
  const { statusCode, headers } = await ask();
  expect([statusCode, headers.connection]).toEqual([200, 'close']);
  await closing;
});
