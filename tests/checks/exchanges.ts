import type { JudgedExchange } from '../../src/checks/types.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Headers } from '../../src/contract/types.ts';

const { contract } = await loadContract('fixtures/documents/library.yaml');

interface Sent {
  readonly operation?: string;
  readonly status?: number;
  /** A header is left out with undefined. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly requestHeaders?: Headers;
}

const REQUEST_ID = 'c0ffee00-0000-4000-8000-000000000001';

/** An exchange in which the library keeps every promise, but for what the test says. */
export function anAnswer({
  operation = 'getBook',
  status = 200,
  headers,
  body,
  requestHeaders,
}: Sent = {}): JudgedExchange {
  const found = contract?.operation(operation);
  if (!contract || !found) throw new Error(`the library has no operation ${operation}`);
  const sent = {
    'content-type': 'application/json',
    'x-request-id': REQUEST_ID,
    'x-shelf': 'A3',
    ...headers,
  };
  const kept = Object.entries(sent).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    contract,
    operation: found,
    request: {
      method: found.method,
      path: '/books/7',
      query: '',
      headers: requestHeaders ?? { 'x-request-id': REQUEST_ID },
      body: undefined,
    },
    response: {
      status,
      headers: Object.fromEntries(kept),
      body: bytes(body === undefined ? { id: 7, title: 'Идиот' } : body),
    },
  };
}

function bytes(body: unknown): Uint8Array | undefined {
  if (body === null || body instanceof Uint8Array) return body ?? undefined;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
