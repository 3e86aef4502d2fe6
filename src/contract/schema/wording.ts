import type { ErrorObject } from 'ajv';

/** Ajv's messages, with the names and values it leaves to its params. English, starts lower case. */
export function wording({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return `must be ${typeNames(params.type).join(' or ')}`;
    case 'additionalProperties':
      return `must not have additional property '${params.additionalProperty}'`;
    case 'unevaluatedProperties':
      return `must not have unevaluated property '${params.unevaluatedProperty}'`;
    case 'enum':
      return `must be one of: ${listValues(params.allowedValues)}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'false schema':
      return 'must not be there';
    default:
      return message ?? `must match ${keyword}`;
  }
}

/** The type names of a `type` mismatch: Ajv gives one, a list, or one text with commas. */
export function typeNames(type: unknown): string[] {
  return Array.isArray(type) ? type.map(String) : String(type).split(',');
}

const shown = 20;

/** Values for a sentence, the first twenty. */
export function listValues(values: unknown): string {
  if (!Array.isArray(values)) return String(values);
  const texts = values.slice(0, shown).map((value) => JSON.stringify(value));
  return values.length > shown ? `${texts.join(', ')}, …` : texts.join(', ');
}
