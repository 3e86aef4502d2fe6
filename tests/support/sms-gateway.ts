import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** What the gateway does with the next request: a status, or it takes the SMS and the answer gets lost. */
export type Behaviour = number | 'take-and-say-nothing' | 'take-and-hang-up' | 'hang-up';

interface ReceivedSms {
  readonly key: string;
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** A gateway that keeps the contract of docs/sms-gateway.yaml: one SMS for one key. */
export interface SmsGateway {
  readonly url: string;
  /** Every request, in order. */
  readonly requests: readonly ReceivedSms[];
  /** What went out to phones. */
  readonly sent: ReadonlyMap<string, ReceivedSms>;
  close(): Promise<void>;
}

const smsSchema = z.strictObject({ id: z.uuid(), to: z.string(), text: z.string() });

/** Starts one on a free port. After `behaviours` it answers 202 to everything. */
export async function startSmsGateway(behaviours: Behaviour[] = []): Promise<SmsGateway> {
  const requests: ReceivedSms[] = [];
  const sent = new Map<string, ReceivedSms>();
  const server = createServer(async (request, response) => {
    const key = String(request.headers['idempotency-key']);
    const sms = { key, headers: request.headers, ...smsSchema.parse(JSON.parse(await text(request))) };
    requests.push(sms);
    const behaviour = behaviours.shift() ?? 202;
    if (behaviour === 202 || String(behaviour).startsWith('take')) sent.set(key, sent.get(key) ?? sms);
    if (behaviour === 'take-and-say-nothing') return;
    if (typeof behaviour === 'string') request.socket.destroy();
    else response.writeHead(behaviour, behaviour === 429 ? { 'retry-after': '0' } : {}).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/messages`,
    requests,
    sent,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
