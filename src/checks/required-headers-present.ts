import type { Check } from './types.ts';
import { validationOf } from './validation.ts';
import { headerLocation, whereDocumented } from './wording.ts';

export const requiredHeadersPresent: Check = {
  id: 'required-headers-present',
  title: 'Every header that the documented response requires is there.',
  judge(exchange) {
    const { documented } = validationOf(exchange);
    if (!documented) return [];
    return (
      [...documented.headers.values()]
        // Content-Type is described by `content` (OpenAPI 3.1, Response Object); the request id has its own check.
        .filter(({ name, required }) => required && !/^(content-type|x-request-id)$/i.test(name))
        .filter(({ name }) => exchange.response.headers[name.toLowerCase()] === undefined)
        .map(({ name }) => ({
          id: 'required-headers-present',
          message: `expected header ${name}, it is missing (${whereDocumented(exchange, documented)})`,
          location: headerLocation(name),
          expected: `header ${name}`,
          actual: 'missing',
        }))
    );
  },
};
