import { isJsonValue, type Json } from '../../src/contract/json.ts';
import type { Callback } from '../../src/contract/types.ts';
import { messageOf } from '../../src/node/message-of.ts';
import type { MockResponse } from '../exchange.ts';
import { hash } from '../generation/random.ts';
import type { Checked, Slots } from '../types.ts';
import { type CallbackRequest, callbackRequest } from './callback-request.ts';
import type { Exchanged } from './runtime-expression.ts';

export type SendCallback = (request: CallbackRequest) => void;

/** Responds as before; where the contract has callbacks for a request that went well, they are handed over for sending. */
export function withCallbacks(respond: Slots['respond'], send: SendCallback): Slots['respond'] {
  return (checked, choice, generated) => {
    const response = respond(checked, choice, generated);
    const { operation, incoming } = checked.routed;
    const callbacks = response.status < 400 ? operation.callbacks : [];
    for (const callback of callbacks) {
      incoming.notes.push({ slot: 'respond', text: `the callback ${callback.name} follows` });
      void filledIn(checked, response, callback).then(send);
    }
    return response;
  };
}

/** Never rejects: what cannot be filled in says why. */
async function filledIn(
  checked: Checked,
  response: MockResponse,
  callback: Callback,
): Promise<CallbackRequest> {
  const { site, incoming } = checked.routed;
  const { seed, items } = incoming.settings;
  const { contract } = site;
  const delayMs = response.delivery?.delayMs ?? 0;
  try {
    const exchanged = exchangedBy(checked, response);
    return await callbackRequest(contract, callback, exchanged, { seed: hash(seed), items }, delayMs);
  } catch (error) {
    const problem = messageOf(error);
    const { method } = callback.operation;
    return { callback, contract, method, url: undefined, problem, headers: {}, body: undefined, delayMs };
  }
}

function exchangedBy({ routed, validation }: Checked, response: MockResponse): Exchanged {
  const { request } = routed.incoming;
  const { parsed } = validation;
  const query = request.query === '' ? '' : `?${request.query}`;
  return {
    url: `http://${request.headers.host ?? 'localhost'}${request.path}${query}`,
    method: request.method,
    status: response.status,
    request: {
      headers: request.headers,
      query: parsed?.query ?? {},
      path: routed.pathParameters,
      body: isJsonValue(parsed?.body) ? parsed.body : undefined,
    },
    response: { headers: response.headers, body: parse(response.body) },
  };
}

function parse(body: MockResponse['body']): Json | undefined {
  if (typeof body !== 'string') return undefined;
  try {
    const value: Json = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
}
