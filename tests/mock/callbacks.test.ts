import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { isNear } from '../../mock/callbacks/near.ts';
import { type CallbackOutcome, callbackSender } from '../../mock/callbacks/send-callback.ts';
import type { Mock } from '../../mock/handle.ts';
import type { JsonObject } from '../../src/contract/json.ts';
import { folderWith } from '../cli/folder.ts';
import { ask, documentOf, json, mockOf } from './ask.ts';
import { runMock } from './run-mock.ts';

const delivered = (key: string, more: JsonObject = {}): JsonObject => ({
  delivered: {
    [key]: {
      post: {
        parameters: [{ name: 'X-Shop', in: 'header', schema: { type: 'string' }, example: 'north' }],
        requestBody: { content: { 'application/json': { example: { parcel: 7 } } } },
        responses: { '204': { description: 'noted' } },
        ...more,
      },
    },
  },
});

const orders = (callbacks: JsonObject) =>
  documentOf({
    '/orders/{shop}': {
      post: {
        parameters: [{ name: 'shop', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', required: ['notify'], properties: { notify: { type: 'string' } } },
            },
          },
        },
        responses: { '201': json({ example: { order: 'a7' } }) },
        callbacks,
      },
    },
  });

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that is called back; it answers with this status. */
async function listener(status = 204, answer?: string, answerHeaders: OutgoingHttpHeaders = {}) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: await text(request) });
    response.writeHead(status, answerHeaders).end(answer);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

/** A mock of a document, and what became of the callback it sends. */
async function calling(document: JsonObject) {
  const outcome = Promise.withResolvers<CallbackOutcome>();
  const sendCallback = callbackSender(outcome.resolve, new AbortController().signal);
  return { mock: await mockOf(document, { sendCallback }), outcome: outcome.promise };
}

const order = (mock: Mock, notify: string) => ask(mock, '/orders/north?lang=en', { json: { notify } });

describe('a documented callback', () => {
  it('is sent where the request says, with the documented headers and body', async () => {
    await using there = await listener();
    const { mock, outcome } = await calling(orders(delivered('{$request.body#/notify}/done')));
    expect((await order(mock, there.url)).status).toBe(201);
    expect(await outcome).toMatchObject({ status: 204, violations: [] });
    expect(there.received).toMatchObject([
      { method: 'POST', url: '/done', headers: { 'x-shop': 'north', 'content-type': 'application/json' } },
    ]);
    expect(there.received[0]?.body).toBe('{"parcel":7}');
  });

  it('takes its address from all that was exchanged', async () => {
    await using there = await listener();
    const key =
      '{$request.body#/notify}/{$request.path.shop}/{$request.query.lang}/{$method}/{$statusCode}/{$response.body#/order}?t={$response.header.content-type}';
    const { mock, outcome } = await calling(orders(delivered(key)));
    await order(mock, there.url);
    await outcome;
    expect(there.received[0]?.url).toBe('/north/en/POST/201/a7?t=application/json');
  });

  it('may be a bare expression', async () => {
    await using there = await listener();
    const { mock, outcome } = await calling(orders(delivered('$request.body#/notify')));
    await order(mock, `${there.url}/bare`);
    await outcome;
    expect(there.received[0]?.url).toBe('/bare');
  });

  it('is answered against the contract', async () => {
    await using there = await listener(200);
    const { mock, outcome } = await calling(orders(delivered('{$request.body#/notify}')));
    await order(mock, there.url);
    expect((await outcome).violations).toMatchObject([{ severity: 'Error' }]);
  });

  it('may be answered without a body only, where none is documented', async () => {
    await using there = await listener(200, 'thanks');
    const responses = { '200': { description: 'noted' } };
    const { mock, outcome } = await calling(orders(delivered('{$request.body#/notify}', { responses })));
    await order(mock, there.url);
    expect((await outcome).violations).toMatchObject([
      { severity: 'Warning', message: 'Response: no body is documented for this response' },
    ]);
  });

  it('is not read to the end where its answer is endless', async () => {
    await using there = await listener(200, 'x'.repeat(2 ** 20 + 1), { 'transfer-encoding': 'chunked' });
    const { mock, outcome } = await calling(orders(delivered('{$request.body#/notify}')));
    await order(mock, there.url);
    expect((await outcome).failure).toContain('more than 1048576 bytes');
  });

  it('that nobody takes is told, and the mock goes on', async () => {
    const there = await listener();
    await there[Symbol.asyncDispose]();
    const { mock, outcome } = await calling(orders(delivered('{$request.body#/notify}')));
    await order(mock, there.url);
    expect((await outcome).failure).toContain('ECONNREFUSED');
    expect((await order(mock, there.url)).status).toBe(201);
  });

  it.each(['nowhere', 'file:///etc/passwd', ''])('is not sent to "%s"', async (notify) => {
    const { mock, outcome } = await calling(orders(delivered('{$request.body#/notify}')));
    await order(mock, notify);
    expect((await outcome).failure).toContain('names no address');
  });

  it.each([
    'http://93.184.216.34/hook',
    'http://169.254.169.254/latest/meta-data',
    'http://[2606:2800:220:1::1]/hook',
    'http://[::ffff:8.8.8.8]/hook',
  ])('is not sent to the world: %s', async (notify) => {
    const { mock, outcome } = await calling(orders(delivered('{$request.body#/notify}')));
    await order(mock, notify);
    expect(await outcome).toMatchObject({ failure: expect.stringContaining('not sent beyond this machine') });
  });

  it.each([
    ['http://localhost:1', true],
    ['http://10.1.2.3/hook', true],
    ['http://[fd00::7]/hook', true],
    ['http://[::1]:8080/', true],
    ['http://11.1.2.3/hook', false],
  ])('stays near: %s', async (url, near) => {
    expect(await isNear(url)).toBe(near);
  });

  it('does not follow a request that was refused', async () => {
    await using there = await listener();
    const { mock, outcome } = await calling(orders(delivered('{$request.body#/notify}')));
    const refused = await ask(mock, '/orders/north', { json: {} });
    expect(refused.status).toBe(422);
    await order(mock, there.url);
    expect((await outcome).status).toBe(204);
    expect(there.received).toHaveLength(1);
  });
});

it('`sverka mock` sends callbacks and tells of them', async () => {
  await using there = await listener();
  await using folder = await folderWith();
  const file = join(folder.path, 'orders.json');
  await writeFile(file, JSON.stringify(orders(delivered('{$request.body#/notify}'))));
  const mock = await runMock(file);
  const send = (notify: string) =>
    fetch(`${mock.url}/orders/north`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ notify }),
    });
  await send(there.url);
  await send('nowhere');
  await expect.poll(mock.told).toContain(`callback delivered: POST ${there.url}/ 204`);
  await expect.poll(mock.told).toContain('names no address');
  expect(await mock.stop()).toBe(0);
});
