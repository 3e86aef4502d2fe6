import type { MediaType, Response } from '../../src/contract/types.ts';
import { refuse } from '../problem.ts';
import type { Refusal } from '../types.ts';
import { acceptsAnything, bestMediaType } from './accept.ts';
import { contentsOf } from './contents.ts';

/** The entry of a response's `content` that is sent, and the concrete media type it is sent as. */
export interface ChosenContent {
  readonly content: MediaType | undefined;
  readonly mediaType: string | undefined;
  readonly why: string;
}

/**
 * Which of the documented media types to send, by the `Accept` header (RFC 9110 section 12). Without the header: any-type
 * content, JSON, then the first. Nothing acceptable is 406, unless the response is empty anyway or anything is accepted.
 */
export function chooseContent(
  response: Response,
  status: number,
  accept: string | undefined,
): ChosenContent | Refusal {
  const contents = contentsOf(response, accept);
  if (contents.length === 0)
    return { content: undefined, mediaType: undefined, why: 'no content is documented' };
  if (accept === undefined || accept.trim() === '') return unasked(contents);
  const best = bestMediaType(
    accept,
    contents.map(({ name }) => name),
  );
  const content = contents.find(({ name }) => name === best);
  if (content !== undefined)
    return { content, mediaType: concrete(content.name, accept), why: `best for Accept: ${accept}` };
  const wild = coveredByWildcard(contents, accept);
  if (wild !== undefined) return wild;
  if (status === 204 || acceptsAnything(accept)) {
    return {
      content: undefined,
      mediaType: undefined,
      why: 'nothing documented is acceptable, an empty body is',
    };
  }
  return refuse('NOT_ACCEPTABLE', `Unable to find content for ${accept}`);
}

function unasked(contents: readonly MediaType[]): ChosenContent {
  const names = contents.map(({ name }) => name);
  const wanted = names.includes('*/*') ? '*/*' : bestMediaType('application/json, */*', names);
  const content = contents.find(({ name }) => name === wanted);
  return { content, mediaType: content && concrete(content.name, undefined), why: 'no Accept header' };
}

/** A documented range (any type, `text/*`) can be whatever concrete type of it the client names. */
function coveredByWildcard(contents: readonly MediaType[], accept: string): ChosenContent | undefined {
  const asked = accept.split(',').map((part) => part.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  for (const type of asked.filter((name) => /^[^*/]+\/[^*/]+$/.test(name))) {
    const content = contents.find(({ name }) => name === '*/*' || name === type.replace(/\/.*/, '/*'));
    if (content !== undefined)
      return { content, mediaType: type, why: `${content.name} is documented, ${type} was asked for` };
  }
  return undefined;
}

/** What to call a range when the client named no type of it. The body's own type decides later where this is undefined. */
function concrete(name: string, accept: string | undefined): string | undefined {
  if (!name.includes('*')) return name;
  const [type] = name.split('/');
  const named = accept
    ?.split(',')
    .map((part) => part.split(';', 1)[0]?.trim().toLowerCase() ?? '')
    .find((asked) => !asked.includes('*') && (type === '*' || asked.startsWith(`${type}/`)));
  return named ?? usual.get(type);
}

const usual: ReadonlyMap<string | undefined, string> = new Map([
  ['text', 'text/plain'],
  ['image', 'image/png'],
]);
