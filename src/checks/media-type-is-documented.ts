import type { Check } from './types.ts';
import { errorsIn, validationOf } from './validation.ts';
import { headerLocation, whereDocumented } from './wording.ts';

export const mediaTypeIsDocumented: Check = {
  id: 'media-type-is-documented',
  title: 'The Content-Type is one that the documented response offers.',
  judge(exchange) {
    if (errorsIn(exchange, 'content-type').length === 0) return [];
    const { documented } = validationOf(exchange);
    const expected = [...(documented?.content.keys() ?? [])].join(', ') || 'no body';
    const actual = exchange.response.headers['content-type'] ?? 'no Content-Type';
    return [
      {
        id: 'media-type-is-documented',
        message: `expected Content-Type ${expected}, got ${actual} (${whereDocumented(exchange, documented)})`,
        location: headerLocation('Content-Type'),
        expected,
        actual,
      },
    ];
  },
};
