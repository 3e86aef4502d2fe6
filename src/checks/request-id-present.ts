import type { Check } from './types.ts';
import { validationOf } from './validation.ts';
import { headerLocation, whereDocumented } from './wording.ts';

export const requestIdPresent: Check = {
  id: 'request-id-present',
  title: 'A response that documents X-Request-ID carries one.',
  judge(exchange) {
    const { documented } = validationOf(exchange);
    if (!documented?.headers.has('x-request-id')) return [];
    if (exchange.response.headers['x-request-id']?.trim()) return [];
    return [
      {
        id: 'request-id-present',
        message: `expected header X-Request-ID, it is missing (${whereDocumented(exchange, documented)})`,
        location: headerLocation('X-Request-ID'),
        expected: 'header X-Request-ID',
        actual: 'missing',
      },
    ];
  },
};
