import type { Check } from './types.ts';
import { validationOf } from './validation.ts';
import { whereDocumented } from './wording.ts';

export const statusIsDocumented: Check = {
  id: 'status-is-documented',
  title: 'The status code is one that the operation documents.',
  judge(exchange) {
    const { operation, response } = exchange;
    if (validationOf(exchange).documented || operation.responses.size === 0) return [];
    const expected = [...operation.responses.keys()].join(', ');
    return [
      {
        id: 'status-is-documented',
        message: `expected a documented status (${expected}), got ${response.status} (${whereDocumented(exchange)})`,
        location: '$statusCode',
        expected,
        actual: String(response.status),
      },
    ];
  },
};
