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
  return { id: 'response-matches-schema', location, ...difference(violation, location, where) };
}

function difference(violation: Violation, location: string, where: string): Omit<Finding, 'id' | 'location'> {
  const { message, input } = violation;
  // What may not be shown there is not shown here either.
  if (violation.keyword === 'hidden')
    return { message: `${location} is writeOnly, a response must not show it (${where})` };
  // A body that is missing, or is no JSON at all, has no value to show beside the schema's.
  if (!message.startsWith('must ')) return { message: `${message} (${where})` };
  const actual = violation.keyword === 'required' ? namesIn(input) : printable(input);
  return {
    message: `${location} ${message}, got ${actual} (${where})`,
    expected: expectation(violation),
    actual,
  };
}

const MOST_NAMES = 8;

/** Beside a property that is missing: those that are there, one of them perhaps misspelt. Their values would only hide that. */
function namesIn(input: unknown): string {
  const names = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  if (names.length === 0) return printable(input);
  const shown = names.slice(0, MOST_NAMES).map((name) => `"${name}"`);
  return `only ${shown.join(', ')}${names.length > MOST_NAMES ? ', …' : ''}`;
}
