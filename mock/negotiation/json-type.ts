import type { Operation } from '../../src/contract/types.ts';
import { findResponse } from './find-response.ts';

const json = /^[\w.-]+\/([\w.-]+\+)?json\b/i;

/** The media type that JSON has in a response: what is documented for its status, `application/problem+json`, say. */
export function jsonTypeOf({ responses }: Pick<Operation, 'responses'>, status: number): string {
  const found = findResponse(responses, status);
  return [...(found?.response.content.keys() ?? [])].find((name) => json.test(name)) ?? 'application/json';
}
