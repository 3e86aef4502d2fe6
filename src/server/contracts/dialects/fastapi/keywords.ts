import type { Violation } from '../../../../contract/types.ts';

/** What Pydantic says of a value: the error type, the sentence, and the numbers and words it was made of. */
export interface Complaint {
  readonly type: string;
  readonly msg: string;
  readonly ctx?: Readonly<Record<string, unknown>>;
}

/** Error types and sentences are Pydantic v2's (https://docs.pydantic.dev/latest/errors/validation_errors/). */
export function keywordComplaint(violation: Violation): Complaint {
  const word = words.get(violation.keyword);
  return word ? word(violation) : { type: 'value_error', msg: `Value error, ${violation.message}` };
}

type Word = (violation: Violation) => Complaint;

const notAnObject: Complaint = {
  type: 'model_attributes_type',
  msg: 'Input should be a valid dictionary or object to extract fields from',
};

const words = new Map<string, Word>([
  ['required', () => missing],
  ['missing-body', () => missing],
  ['content-type', () => notAnObject],
  ['syntax', ({ params, message }) => notJson(params.reason ?? message)],
  ['type', wrongType],
  ['minLength', ({ params }) => tooShort(Number(params.limit))],
  ['maxLength', ({ params }) => tooLong(Number(params.limit))],
  ['pattern', ({ params }) => mismatch(String(params.pattern))],
  ['enum', ({ params }) => oneOf(params.allowedValues)],
  ['const', ({ params }) => oneOf([params.allowedValue])],
  ['minimum', ({ params }) => bound('greater_than_equal', 'greater than or equal to', 'ge', params.limit)],
  ['maximum', ({ params }) => bound('less_than_equal', 'less than or equal to', 'le', params.limit)],
  ['exclusiveMinimum', ({ params }) => bound('greater_than', 'greater than', 'gt', params.limit)],
  ['exclusiveMaximum', ({ params }) => bound('less_than', 'less than', 'lt', params.limit)],
  ['minItems', ({ params, input }) => listLength('too_short', 'at least', 'min_length', params.limit, input)],
  ['maxItems', ({ params, input }) => listLength('too_long', 'at most', 'max_length', params.limit, input)],
  ['additionalProperties', () => ({ type: 'extra_forbidden', msg: 'Extra inputs are not permitted' })],
]);

const missing: Complaint = { type: 'missing', msg: 'Field required' };

const types: Readonly<Record<string, Complaint>> = {
  string: { type: 'string_type', msg: 'Input should be a valid string' },
  integer: { type: 'int_type', msg: 'Input should be a valid integer' },
  number: { type: 'float_type', msg: 'Input should be a valid number' },
  boolean: { type: 'bool_type', msg: 'Input should be a valid boolean' },
  array: { type: 'list_type', msg: 'Input should be a valid list' },
  object: { type: 'dict_type', msg: 'Input should be a valid dictionary' },
  null: { type: 'none_required', msg: 'Input should be None' },
};

function notJson(error: unknown): Complaint {
  return { type: 'json_invalid', msg: 'JSON decode error', ctx: { error } };
}

function wrongType({ params, path }: Violation): Complaint {
  const [wanted] = [params.type].flat();
  if (wanted === 'object' && path.length === 0) return notAnObject;
  return types[String(wanted)] ?? { type: 'value_error', msg: `Value error, must be ${String(params.type)}` };
}

function tooShort(limit: number): Complaint {
  return {
    type: 'string_too_short',
    msg: `String should have at least ${characters(limit)}`,
    ctx: { min_length: limit },
  };
}

function tooLong(limit: number): Complaint {
  return {
    type: 'string_too_long',
    msg: `String should have at most ${characters(limit)}`,
    ctx: { max_length: limit },
  };
}

function characters(count: number): string {
  return count === 1 ? '1 character' : `${count} characters`;
}

function mismatch(pattern: string): Complaint {
  return {
    type: 'string_pattern_mismatch',
    msg: `String should match pattern '${pattern}'`,
    ctx: { pattern },
  };
}

/** `'visitor', 'organizer' or 'admin'` */
function oneOf(allowed: unknown): Complaint {
  const names = [allowed]
    .flat()
    .map((value) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value)));
  const last = names.at(-1) ?? '';
  const expected = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
  return { type: 'enum', msg: `Input should be ${expected}`, ctx: { expected } };
}

function bound(type: string, words: string, name: string, limit: unknown): Complaint {
  return { type, msg: `Input should be ${words} ${String(limit)}`, ctx: { [name]: limit } };
}

function listLength(type: string, words: string, name: string, limit: unknown, input: unknown): Complaint {
  const actual = Array.isArray(input) ? input.length : 0;
  return {
    type,
    msg: `List should have ${words} ${String(limit)} ${limit === 1 ? 'item' : 'items'} after validation, not ${actual}`,
    ctx: { field_type: 'List', [name]: limit, actual_length: actual },
  };
}
