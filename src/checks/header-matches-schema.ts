import type { Finding } from '../contract/finding.ts';
import type { Violation } from '../contract/types.ts';
import type { Check, JudgedExchange } from './types.ts';
import { errorsIn, validationOf } from './validation.ts';
import { expectation, headerLocation, printable, whereDocumented } from './wording.ts';

export const headerMatchesSchema: Check = {
  id: 'header-matches-schema',
  title: 'Every documented header that was sent has the form its schema describes.',
  judge: (exchange) =>
    errorsIn(exchange, 'response-header')
      .filter(({ keyword }) => keyword !== 'missing-header')
      .map((violation) => finding(exchange, violation)),
};

function finding(exchange: JudgedExchange, violation: Violation): Finding {
  const { documented } = validationOf(exchange);
  const key = String(violation.path[0] ?? '').toLowerCase();
  const name = documented?.headers.get(key)?.name ?? key;
  const actual = exchange.response.headers[key] ?? printable(violation.input);
  return {
    id: 'header-matches-schema',
    message: `header ${name} ${violation.message}, got ${printable(actual)} (${whereDocumented(exchange, documented)})`,
    location: headerLocation(name),
    expected: expectation(violation),
    actual,
  };
}
