import type { Finding } from '../contract/finding.ts';
import type { Violation } from '../contract/types.ts';
import type { Check, JudgedExchange } from './types.ts';
import { errorsIn, validationOf } from './validation.ts';
import { bodyLocation, expectation, printable, whereDocumented } from './wording.ts';

export const responseMatchesSchema: Check = {
  id: 'response-matches-schema',
  title: 'The body is what the documented schema describes.',
  judge: (exchange) => errorsIn(exchange, 'body').map((violation) => finding(exchange, violation)),
};

function finding(exchange: JudgedExchange, violation: Violation): Finding {
  const where = whereDocumented(exchange, validationOf(exchange).documented);
  const location = bodyLocation(violation.path);
  const actual = printable(violation.input);
  return {
    id: 'response-matches-schema',
    message: `${location} ${violation.message}, got ${actual} (${where})`,
    location,
    expected: expectation(violation),
    actual,
  };
}
