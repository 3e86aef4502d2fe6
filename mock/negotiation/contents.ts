import { assumedContent } from '../../src/contract/normalise/swagger-2/response.ts';
import type { MediaType, Response } from '../../src/contract/types.ts';

/**
 * The media types a response can be sent in. Where a Swagger 2.0 document gives a schema but no media type, nothing can be
 * sent (as with Prism), except to a client that names JSON.
 */
export function contentsOf({ content, extensions }: Response, accept?: string): readonly MediaType[] {
  if (extensions[assumedContent] === true && !accept?.includes('application/json')) return [];
  return [...content.values()].filter(({ name }) => name.includes('/'));
}
