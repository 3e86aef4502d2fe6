import type { Json } from '../contract/json.ts';
import type { CheckEvidence, Exchange, RecordedRequest, RecordedResponse } from './types.ts';

/** Characters of a body that are kept. Whoever reads a report reads no more, and a browser has to open all of it. */
const KEPT = 1_000_000;

/** A check whose long bodies are cut: the beginning as text, then how much is missing. Secrets have to be masked before. */
export function shortenBodies(check: CheckEvidence): CheckEvidence {
  if (check.exchanges.every((exchange) => bodies(exchange).every((body) => room(body, KEPT) >= 0)))
    return check;
  return { ...check, exchanges: check.exchanges.map(shortenExchange) };
}

function bodies({ request, response }: Exchange): Json[] {
  return [request.body, response?.body ?? null];
}

function shortenExchange(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return { ...exchange, request: shorten(request), ...(response && { response: shorten(response) }) };
}

function shorten<M extends RecordedRequest | RecordedResponse>(message: M): M {
  if (room(message.body, KEPT) >= 0) return message;
  const text = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
  return { ...message, body: `${text.slice(0, KEPT)}… «${text.length - KEPT} more characters»` };
}

/** What is left of `space` characters behind a value, about; negative when it does not fit. Stops looking then. */
function room(value: Json, space: number): number {
  if (typeof value === 'string') return space - value.length;
  if (typeof value !== 'object' || value === null) return space - 4;
  let left = space - 2;
  for (const [name, member] of Object.entries(value)) {
    if (left < 0) return left;
    left = room(member, left - name.length);
  }
  return left;
}
