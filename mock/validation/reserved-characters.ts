import { parseMediaType } from '../../src/contract/document/media-types.ts';
import { isObject } from '../../src/contract/json.ts';
import type { RequestBody } from '../../src/contract/types.ts';
import type { MockRequest, MockViolation } from '../exchange.ts';
import { decodeText } from '../http/bytes.ts';

const form = 'application/x-www-form-urlencoded';
/** RFC 3986 section 2.2, without `:` and the `+` that stands for a space. */
const reserved = /[/?#[\]@!$&'()*,;=]/;

/**
 * Form fields whose Encoding Object gives a `style` but not `allowReserved` must have their reserved characters
 * percent-encoded (OpenAPI 3.1, Encoding Object).
 */
export function reservedCharacters(
  documented: RequestBody | undefined,
  { headers, body }: MockRequest,
): readonly MockViolation[] {
  const encoding = documented?.content.get(form)?.encoding ?? {};
  const fields = Object.entries(encoding).flatMap(([name, own]) =>
    isObject(own) && typeof own.style === 'string' && own.allowReserved !== true ? [name] : [],
  );
  if (fields.length === 0 || body === undefined || parseMediaType(headers['content-type'])?.essence !== form)
    return [];
  const sent = rawFields(decodeText(body));
  return fields
    .filter((name) => reserved.test(sent.get(name) ?? ''))
    .map((name) => ({
      location: ['body', name],
      severity: 'Error',
      message: 'Reserved characters used in request body',
    }));
}

function rawFields(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('&').map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}
