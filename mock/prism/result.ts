import { isObject } from '../../src/contract/json.ts';
import type { MockViolation } from '../exchange.ts';
import type { Behaved } from '../types.ts';

/** Prism's numbers for how bad something is (`DiagnosticSeverity`). */
const severities = ['Error', 'Warning'] as const;

interface PrismDiagnostic {
  readonly path?: readonly (string | number)[];
  readonly severity: number;
  readonly code?: string | number;
  readonly message: string;
}

/** What Prism found in both directions, as its own server words it. */
export function prismViolations({
  input,
  output,
}: {
  readonly input: readonly PrismDiagnostic[];
  readonly output: readonly PrismDiagnostic[];
}): MockViolation[] {
  const on = (side: string) => (found: PrismDiagnostic) => ({
    location: [side, ...(found.path ?? []).map(String)],
    severity: severities[found.severity] ?? 'Warning',
    ...(found.code === undefined ? {} : { code: found.code }),
    message: found.message,
  });
  return [...input.map(on('request')), ...output.map(on('response'))];
}

/** An error that Prism threw, as the problem its server makes of it. */
export function prismProblem(error: unknown): Behaved {
  const thrown = isObject(error) ? error : {};
  const status = typeof thrown.status === 'number' ? thrown.status : 500;
  const additional = isObject(thrown.additional) ? thrown.additional : {};
  const body = {
    type: typeof thrown.status === 'number' ? thrown.name : 'https://stoplight.io/prism/errors#UNKNOWN',
    title: thrown.message,
    status,
    detail: thrown.detail ?? '',
    ...additional,
  };
  const challenge = isObject(additional.headers) ? additional.headers['WWW-Authenticate'] : undefined;
  return {
    kind: 'reply',
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(typeof challenge === 'string' ? { 'www-authenticate': challenge } : {}),
    },
    body: JSON.stringify(body),
    why: 'refused by Prism',
  };
}
