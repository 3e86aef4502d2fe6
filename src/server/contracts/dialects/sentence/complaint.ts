import type { Violation } from '../../../../contract/types.ts';

/** What is wrong with a request in one sentence; several faults are parted by semicolons: `email: field required; …`. */
export function complaint(violations: readonly Violation[]): string {
  return [...new Set(violations.map(describe))].join('; ');
}

function describe(violation: Violation): string {
  const place = [...violation.path, ...memberNamed(violation)].join('.');
  return `${place || 'body'}: ${words(violation)}`;
}

/** The member a violation is about, where JSON Schema puts it on the object around. */
function memberNamed({ keyword, params }: Violation): readonly string[] {
  const member = keyword === 'required' ? params.missingProperty : params.additionalProperty;
  return typeof member === 'string' ? [member] : [];
}

function words({ keyword, params, message }: Violation): string {
  if (keyword === 'format') return formats.get(String(params.format)) ?? message;
  return keywords.get(keyword) ?? message;
}

const keywords = new Map([
  ['required', 'field required'],
  ['missing-body', 'must be JSON'],
  ['content-type', 'must be JSON'],
  ['syntax', 'must be JSON'],
  ['pattern', 'is not written as it has to be'],
  ['additionalProperties', 'is not known'],
]);

const formats = new Map([
  ['email', 'must be an e-mail address'],
  ['uuid', 'must be a UUID'],
]);
