import type { Violation } from '../../../../contract/types.ts';
import { stepsTo } from '../steps.ts';

/** What is wrong with a request in one sentence; several faults are parted by semicolons: `email: field required; …`. */
export function complaint(violations: readonly Violation[]): string {
  return [...new Set(violations.map(describe))].join('; ');
}

function describe(violation: Violation): string {
  return `${stepsTo(violation).join('.') || 'body'}: ${words(violation)}`;
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
