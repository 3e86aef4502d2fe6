import type { Violation } from '../../../../contract/types.ts';
import type { Complaint } from './keywords.ts';

/** What Pydantic says where JSON Schema says `format`; undefined for other keywords. */
export function formatComplaint({ keyword, params, input }: Violation): Complaint | undefined {
  if (keyword !== 'format' || typeof input !== 'string') return undefined;
  return formats.get(String(params.format))?.(input);
}

const formats = new Map<string, (input: string) => Complaint>([
  ['email', invalidEmail],
  ['uuid', invalidUuid],
  [
    'date',
    () => unparsed('date_from_datetime_parsing', 'Input should be a valid date or datetime', 'invalid date'),
  ],
  [
    'date-time',
    () =>
      unparsed('datetime_from_date_parsing', 'Input should be a valid datetime or date', 'invalid datetime'),
  ],
]);

function unparsed(type: string, sentence: string, error: string): Complaint {
  return { type, msg: `${sentence}, ${error}`, ctx: { error } };
}

function invalidUuid(input: string): Complaint {
  return unparsed('uuid_parsing', 'Input should be a valid UUID', uuidError(input));
}

/** The words of the Rust crate that Pydantic parses UUIDs with. */
function uuidError(input: string): string {
  const at = input.search(/[^0-9a-f-]/i);
  if (at >= 0) {
    const found = String.fromCodePoint(input.codePointAt(at) ?? 0);
    const wanted = 'expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-]';
    return `invalid character: ${wanted}, found \`${found}\` at ${at + 1}`;
  }
  const groups = input.split('-');
  if (groups.length === 1)
    return `invalid length: expected length 32 for simple format, found ${input.length}`;
  if (groups.length !== 5) return `invalid group count: expected 5, found ${groups.length}`;
  const lengths = [8, 4, 4, 4, 12];
  const group = groups.findIndex((text, index) => text.length !== lengths[index]);
  return `invalid group length in group ${group}: expected ${lengths[group]}, found ${groups[group]?.length}`;
}

function invalidEmail(input: string): Complaint {
  const reason = emailReason(input);
  return { type: 'value_error', msg: `value is not a valid email address: ${reason}`, ctx: { reason } };
}

function emailReason(input: string): string {
  const at = input.indexOf('@');
  if (at < 0) return 'An email address must have an @-sign.';
  if (at === 0) return 'There must be something before the @-sign.';
  const domain = input.slice(at + 1);
  if (domain === '') return 'There must be something after the @-sign.';
  if (domain.includes('@')) return 'The email address contains more than one @-sign.';
  if (!domain.includes('.')) return 'The part after the @-sign is not valid. It should have a period.';
  return 'The email address contains invalid characters.';
}
