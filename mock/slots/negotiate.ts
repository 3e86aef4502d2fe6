import { isBodyless } from '../../src/contract/body/bodyless.ts';
import type { MediaType, Response } from '../../src/contract/types.ts';
import { schemaOf } from '../generation/sequence-schema.ts';
import { chooseContent } from '../negotiation/choose-content.ts';
import { examplesOf, type NamedExample } from '../negotiation/examples.ts';
import { type Found, findResponse, usualResponse } from '../negotiation/find-response.ts';
import { negotiateInvalid } from '../negotiation/negotiate-invalid.ts';
import { noExample, statusesOf } from '../negotiation/what-exists.ts';
import { refuse } from '../problem.ts';
import type { Behaved, Checked, Choice, Refusal } from '../types.ts';

/**
 * Which documented response answers the request: for a bad request one that documents the refusal, otherwise what
 * `Prefer` or a behaviour asks for, otherwise the usual success; then which of its media types, and which example.
 */
export function negotiate(checked: Checked, behaved: Behaved | undefined): Choice | Refusal {
  if (behaved?.kind === 'value') return negotiateGiven(checked, behaved);
  if (checked.violations.some(({ severity }) => severity === 'Error')) return negotiateInvalid(checked);
  const { operation, incoming } = checked.routed;
  const { code } = incoming.preferences;
  if (code === undefined) return negotiateUsual(checked);
  const found = findResponse(operation.responses, code);
  if (found === undefined) {
    const detail = `Requested status code ${code} is not defined in the document.`;
    return refuse('NOT_FOUND', detail, { hint: statusesOf(operation) });
  }
  const choice = fromResponse(checked, { ...found, why: `code=${code} was asked for, ${found.why}` });
  if (choice.kind === 'choice') return choice;
  const usual = negotiateUsual(checked);
  return usual.kind === 'choice' ? usual : choice;
}

function negotiateUsual(checked: Checked): Choice | Refusal {
  const found = usualResponse(checked.routed.operation.responses);
  if (found === undefined) {
    const { method, path } = checked.routed.operation;
    const hint = `The document has no responses for ${method} ${path}.`;
    return refuse('NO_RESPONSE_RESPONSE_DEFINED', '', { hint });
  }
  return fromResponse(checked, found);
}

function fromResponse(checked: Checked, { response, status, why }: Found): Choice | Refusal {
  const { request } = checked.routed;
  if (isBodyless(request.method, status)) return empty(response, status, `${why}, without a body`);
  const chosen = chooseContent(response, status, request.headers.accept);
  if ('kind' in chosen) return chosen;
  if (chosen.content === undefined) return empty(response, status, `${why}; ${chosen.why}`);
  return fromContent(
    checked,
    { response, status, why: `${why}; ${chosen.why}` },
    chosen.content,
    chosen.mediaType,
  );
}

function empty(response: Response, status: number, why: string): Choice {
  return {
    kind: 'choice',
    status,
    response,
    content: undefined,
    mediaType: undefined,
    example: undefined,
    dynamic: false,
    why,
  };
}

function fromContent(
  checked: Checked,
  { response, status, why }: Found,
  content: MediaType,
  mediaType: string | undefined,
): Choice | Refusal {
  const { preferences, settings } = checked.routed.incoming;
  const examples = examplesOf(checked.routed.site.contract, content);
  const choice = { kind: 'choice', status, response, content, mediaType, why } as const;
  if (preferences.example !== undefined) {
    const example = named(examples, preferences.example) ?? byMediaType(checked, content, examples);
    // One that only names another file (`externalValue`) is there, but has to be made up.
    return example === undefined && !content.examples.has(preferences.example)
      ? noExample(checked.routed, content, preferences.example)
      : { ...choice, example, dynamic: false };
  }
  const dynamic = (preferences.dynamic ?? settings.dynamic) && schemaOf(content) !== undefined;
  const example = dynamic || settings.ignoreExamples ? undefined : examples[0];
  return { ...choice, example, dynamic };
}

function named(examples: readonly NamedExample[], name: string): NamedExample | undefined {
  return examples.find((example) => example.name === name);
}

/** In Swagger 2.0 an example has no name but its media type. */
function byMediaType(
  { routed }: Checked,
  { name }: MediaType,
  [first]: readonly NamedExample[],
): NamedExample | undefined {
  const asked = routed.incoming.preferences.example;
  return routed.site.contract.format === '2.0' && asked === name ? first : undefined;
}

/** A behaviour decided the status and perhaps the body; the document still says media type and headers. */
function negotiateGiven(checked: Checked, behaved: Extract<Behaved, { kind: 'value' }>): Choice | Refusal {
  const { responses } = checked.routed.operation;
  const found = findResponse(responses, behaved.status);
  if (found === undefined) return undocumented(behaved);
  const choice = fromResponse(checked, { ...found, why: behaved.why });
  if (choice.kind === 'refusal' || (behaved.value === undefined && choice.content !== undefined))
    return choice;
  return {
    ...choice,
    example: undefined,
    dynamic: false,
    given: { value: behaved.value, headers: behaved.headers ?? {} },
  };
}

function undocumented({
  status,
  value,
  headers = {},
  why,
}: Extract<Behaved, { kind: 'value' }>): Choice | Refusal {
  if (status === 404) return refuse('NOT_FOUND', why);
  const mediaType = value === undefined ? undefined : 'application/json';
  return {
    kind: 'choice',
    status,
    response: undefined,
    content: undefined,
    mediaType,
    example: undefined,
    dynamic: false,
    given: { value, headers },
    why,
  };
}
