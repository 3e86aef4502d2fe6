import { memo } from '../memo.ts';
import type { Contract, Header, Headers, Response, Violation } from '../types.ts';
import { validateValue } from '../validate-value.ts';
import { violation } from '../violation.ts';
import { coercionOf } from './coerce.ts';
import { shapeOf } from './shape.ts';
import { readSimple } from './simple.ts';

type HeaderCheck = (headers: Headers) => readonly Violation[];

/** Documented headers of a response: required ones are there, values match once read in style `simple` and coerced. */
export function judgeHeaders(contract: Contract, response: Response, headers: Headers): readonly Violation[] {
  return checksOf(contract)(response).flatMap((check) => check(headers));
}

const checksOf = memo((contract: Contract) =>
  memo(({ headers }: Response): readonly HeaderCheck[] => {
    return [...headers].map(([name, header]) => checkOf(contract, name, header));
  }),
);

function checkOf(contract: Contract, name: string, header: Header): HeaderCheck {
  const { schema } = header;
  const shape = shapeOf(contract, schema);
  const coerce = coercionOf(contract, schema);
  return (headers) => {
    const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
    if (text === undefined) return header.required ? [missing(header.name)] : [];
    if (schema === undefined) return [];
    const value = coerce(readSimple(text.trim(), shape, false, (piece) => piece.trim()));
    return validateValue(contract, schema, value, { in: 'response-header', path: [header.name] });
  };
}

function missing(name: string): Violation {
  const message = `required response header '${name}' is missing`;
  const params = { missingHeader: name };
  return violation('response-header', 'missing-header', message, { path: [name], params });
}
