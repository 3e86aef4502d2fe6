import { isObject, type JsonObject } from '../json.ts';

/** What kind of document this is: `2.0`, `3.0.3`, `3.1.0`, `3.2.0`, `postman`; or one sentence why it is none. */
export type Format = { readonly format: string } | { readonly failure: string };

/** Recognises a document by its first members. A number (`swagger: 2.0` without quotes) counts as its text. */
export function detectFormat(document: JsonObject): Format {
  const { openapi, swagger, info } = document;
  if (openapi !== undefined) return openapiFormat(String(openapi));
  if (swagger !== undefined) return swaggerFormat(Number(swagger));
  if (Array.isArray(document.item) && isObject(info)) return { format: 'postman' };
  // Everything but the version is there: say that it is missing, and read the rest.
  if (isObject(document.paths)) return { format: '3.1.0' };
  return {
    failure: `this is ${otherKind(document)}: expected \`openapi\`, \`swagger\` or a Postman collection`,
  };
}

function openapiFormat(version: string): Format {
  if (/^3\.[0-2](\.|$)/.test(version)) return { format: version };
  return { failure: `OpenAPI ${version} is not supported: 2.0, 3.0, 3.1 and 3.2 are` };
}

function swaggerFormat(version: number): Format {
  return version === 2 ? { format: '2.0' } : { failure: `Swagger ${version} is not supported: 2.0 is` };
}

const kinds: readonly (readonly [member: string, kind: string])[] = [
  ['arazzo', 'an Arazzo document, not an API'],
  ['overlay', 'an OpenAPI Overlay, not an API'],
  ['asyncapi', 'an AsyncAPI document'],
  ['$schema', 'a JSON Schema'],
];

function otherKind(document: JsonObject): string {
  return kinds.find(([member]) => member in document)?.[1] ?? 'not an OpenAPI document';
}
