import type { MockViolation } from '../exchange.ts';
import { type ProblemType, refuse } from '../problem.ts';
import type { Checked, Choice, Refusal } from '../types.ts';
import { contentsOf } from './contents.ts';
import { examplesOf } from './examples.ts';
import { defaultResponse, type Found, responseFor } from './find-response.ts';
import { noExample } from './what-exists.ts';

/**
 * What a bad request gets: the response the document has for it, whatever `Accept` says, else the mock's own problem.
 * Looked for are 401 (403) for credentials, 415 then 422 then 400 for a media type, 422 then 400 for the rest.
 */
export function negotiateInvalid(checked: Checked): Choice | Refusal {
  const codes = candidates(checked);
  const { operation, incoming } = checked.routed;
  const found = codes
    .map((code) => responseFor(operation.responses, code))
    .find((response) => response !== undefined);
  const documented = found ?? defaultResponse(operation.responses, codes[0]);
  if (documented === undefined) return ownProblem(checked);
  const { code, example } = incoming.preferences;
  const wanted = code !== undefined && codes.includes(code) ? example : undefined;
  return documentedRefusal(checked, documented, wanted);
}

function candidates({ authentication, validation }: Checked): readonly [number, ...number[]] {
  if (authentication.refuse !== undefined) return [authentication.refuse];
  return validation.unsupportedMediaType ? [415, 422, 400] : [422, 400];
}

function documentedRefusal(
  checked: Checked,
  { response, status, why }: Found,
  wanted: string | undefined,
): Choice | Refusal {
  const { contract } = checked.routed.site;
  const contents = contentsOf(response);
  const withExamples = contents.find((content) => examplesOf(contract, content).length > 0);
  const content = withExamples ?? contents.find(({ schema }) => schema !== undefined);
  const examples = withExamples === undefined ? [] : examplesOf(contract, withExamples);
  const example = wanted === undefined ? examples[0] : examples.find(({ name }) => name === wanted);
  if (withExamples !== undefined && example === undefined) {
    return noExample(checked.routed, withExamples, wanted);
  }
  return {
    kind: 'choice',
    status,
    response,
    content,
    mediaType: content?.name,
    example,
    dynamic: example === undefined && checked.routed.incoming.settings.dynamic,
    why: `the request breaks the contract, ${why}`,
  };
}

const explanations = {
  401: 'Your request does not fullfil the security requirements and no HTTP unauthorized response was found in the spec, so Prism is generating this error for you.',
  422: 'Your request is not valid and no HTTP validation response was found in the spec, so Prism is generating this error for you.',
} as const;

/** The mock's own words, where the document has none; those of Prism, which clients may compare with. */
export function ownProblem({ authentication, validation, violations }: Checked): Refusal {
  if (authentication.refuse === 403) {
    return refuse('FORBIDDEN', authentication.violations[0]?.message ?? '', bearerScopes);
  }
  if (authentication.refuse === 401) return unauthorized(authentication.challenges);
  const mediaType = validation.violations.find(({ code }) => code === 415);
  if (mediaType !== undefined) return refuse('INVALID_CONTENT_TYPE', mediaType.message);
  return unprocessable('UNPROCESSABLE_ENTITY', explanations[422], violations);
}

const bearerScopes = { headers: { 'www-authenticate': 'Bearer error="insufficient_scope"' } };

function unauthorized(challenges: readonly string[]): Refusal {
  if (challenges.length === 0) return refuse('UNAUTHORIZED', explanations[401]);
  const value = challenges.join(',');
  return refuse('UNAUTHORIZED', explanations[401], {
    extra: { headers: { 'WWW-Authenticate': value } },
    headers: { 'www-authenticate': value },
  });
}

/** A problem that lists violations. */
export function unprocessable(
  type: ProblemType,
  detail: string,
  violations: readonly MockViolation[],
): Refusal {
  const validation = violations.map(({ location, severity, code, message }) => ({
    // Prism leaves the location out where there is none.
    ...(location.length === 0 ? {} : { location }),
    severity,
    code,
    message,
  }));
  return refuse(type, detail, { extra: { validation } });
}
