import { list, object, text, texts } from '../document/members.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Context } from '../normalise/context.ts';
import type { SecurityRequirement, SecurityScheme } from '../types.ts';

/** Schemes of a document by their key, read once for all operations. */
export function readSecuritySchemes(
  document: JsonObject,
  context: Context,
): ReadonlyMap<string, SecurityScheme> {
  const raw = object(object(document.components).securitySchemes);
  const schemes = new Map<string, SecurityScheme>();
  for (const [id, value] of Object.entries(raw)) {
    const scheme = readScheme(id, object(context.resolver.resolve(value)));
    if (scheme) schemes.set(id, scheme);
  }
  return schemes;
}

function readScheme(id: string, raw: JsonObject): SecurityScheme | undefined {
  switch (raw.type) {
    case 'apiKey': {
      const name = text(raw.name);
      const place = raw.in;
      if (name === undefined || (place !== 'query' && place !== 'header' && place !== 'cookie'))
        return undefined;
      return { id, type: 'apiKey', name, in: place };
    }
    case 'http':
      return { id, type: 'http', scheme: (text(raw.scheme) ?? '').toLowerCase() };
    case 'mutualTLS':
    case 'oauth2':
    case 'openIdConnect':
      return { id, type: raw.type };
    default:
      return undefined;
  }
}

/**
 * The requirements that hold for an operation: its own, else the document's. An alternative that names an unknown scheme
 * cannot be met and is left out.
 */
export function readSecurity(
  operation: Json | undefined,
  document: Json | undefined,
  schemes: ReadonlyMap<string, SecurityScheme>,
): readonly SecurityRequirement[] {
  return list(operation ?? document).flatMap((alternative) => {
    if (!isObject(alternative)) return [];
    const parts = Object.entries(alternative).flatMap(([id, scopes]) => {
      const scheme = schemes.get(id);
      return scheme ? [{ scheme, scopes: texts(scopes) }] : [];
    });
    return parts.length === Object.keys(alternative).length ? [parts] : [];
  });
}
