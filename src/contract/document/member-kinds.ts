import type { Json } from '../json.ts';

/**
 * Members of a document whose own members are named by its author: a response may be called `default`, a header
 * `x-request-id`, a property `value`, and mean nothing by it.
 */
export const mapsOfNames: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'schemas'],
  ...['paths', 'webhooks', 'pathItems', 'responses', 'headers', 'parameters', 'requestBodies', 'examples'],
  ...['securitySchemes', 'links', 'callbacks', 'content', 'mediaTypes', 'encoding'],
]);

/** Where files other than the root stand in a bundled document, each under its path relative to the root. */
export const holder = 'x-bundled';

/** True for members that no specification describes; what bundling brought in is none of them. */
export const isExtension = (member: string): boolean => member.startsWith('x-') && member !== holder;

const data = new Set(['example', 'default', 'enum', 'const', 'value', 'dataValue']);

/**
 * True for members that hold data, not description: what looks like a reference or a schema in there is none. `examples` of a
 * schema is a list of values; elsewhere it is a map of Example Objects.
 */
export function holdsData(member: string, value: Json | undefined): boolean {
  return data.has(member) || (member === 'examples' && Array.isArray(value));
}
