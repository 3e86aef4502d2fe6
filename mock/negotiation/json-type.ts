import { saysJson } from '../../src/contract/document/media-types.ts';
import type { Operation } from '../../src/contract/types.ts';
import { findResponse } from './find-response.ts';

/** The media type that JSON has in a response: what is documented for its status, `application/problem+json`, say. */
export function jsonTypeOf({ responses }: Pick<Operation, 'responses'>, status: number): string {
  const found = findResponse(responses, status);
  return [...(found?.response.content.keys() ?? [])].find(saysJson) ?? 'application/json';
}
