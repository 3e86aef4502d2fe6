import type { Check } from './types.ts';
import { validationOf } from './validation.ts';
import { headerLocation, whereDocumented } from './wording.ts';

/** What a server may safely put into its logs; anything else it should replace by an id of its own. */
const TRUSTWORTHY = /^[A-Za-z0-9._~:-]{1,128}$/;

export const requestIdEchoed: Check = {
  id: 'request-id-echoed',
  title: 'The X-Request-ID of the request comes back unchanged where the response documents one.',
  judge(exchange) {
    const { documented } = validationOf(exchange);
    const sent = exchange.request.headers['x-request-id'];
    const received = exchange.response.headers['x-request-id'];
    if (!documented?.headers.has('x-request-id') || !sent || !TRUSTWORTHY.test(sent)) return [];
    // A missing header is the finding of request-id-present.
    if (!received || received === sent) return [];
    return [
      {
        id: 'request-id-echoed',
        message: `expected X-Request-ID ${sent} back, got ${received} (${whereDocumented(exchange, documented)})`,
        location: headerLocation('X-Request-ID'),
        expected: sent,
        actual: received,
      },
    ];
  },
};
