import { detectFormat } from './document/format.ts';
import { createResolver } from './document/resolve.ts';
import type { JsonObject } from './json.ts';
import { createContract } from './model/contract.ts';
import { modernise } from './normalise/modernise.ts';
import type { Contract } from './types.ts';

/**
 * A contract from a document that is in memory already: OpenAPI, Swagger 2.0 or a Postman collection. References to other
 * files lead nowhere here. Needs nothing of Node, so it works in browsers. Throws a TypeError for what is no such document.
 */
export async function contractFromDocument(
  document: JsonObject,
  options: { readonly id?: string } = {},
): Promise<Contract> {
  const detected = detectFormat(document);
  if ('failure' in detected) throw new TypeError(detected.failure);
  const { format } = detected;
  const id = options.id ?? 'api';
  const { document: modern, context } = await modernise(document, format, createResolver(document));
  const bundle = {
    document,
    files: [{ location: id, text: '', value: document, syntax: 'json' }],
    holders: new Map(),
    problems: [],
    complaints: [],
  } as const;
  return createContract({ id, format, bundle, document: modern, context, told: [] });
}
