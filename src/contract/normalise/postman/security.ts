import { list, object, text } from '../../document/members.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';

/** Security schemes met while converting a collection. */
export interface Schemes {
  /** The `security` of a request with this `auth`; its scheme is kept. */
  requirement(auth: Json | undefined): Json[];
  /** All schemes met, as `components.securitySchemes`. */
  all(): JsonObject;
}

export function createSchemes(): Schemes {
  const met = new Map<string, JsonObject>();
  return {
    requirement(auth) {
      const scheme = isObject(auth) ? convertAuth(auth) : undefined;
      if (!scheme) return [];
      met.set(scheme.id, scheme.definition);
      return [{ [scheme.id]: [] }];
    },
    all: () => Object.fromEntries(met),
  };
}

interface Scheme {
  readonly id: string;
  readonly definition: JsonObject;
}

const httpSchemes = new Set(['basic', 'bearer', 'digest']);
/** These sign or negotiate in ways that OpenAPI cannot say: the header they travel in is what can be asked for. */
const headerSchemes = new Set(['hawk', 'ntlm', 'awsv4', 'edgegrid', 'oauth1']);

function convertAuth(auth: JsonObject): Scheme | undefined {
  const type = text(auth.type) ?? '';
  const parameters = readParameters(auth[type]);
  if (httpSchemes.has(type)) return { id: type, definition: { type: 'http', scheme: type } };
  if (headerSchemes.has(type)) return apiKey(type, 'Authorization', 'header');
  if (type === 'oauth2') {
    const inQuery = parameters.get('addTokenTo') === 'queryParams';
    return inQuery
      ? apiKey(type, 'access_token', 'query')
      : { id: type, definition: { type: 'http', scheme: 'bearer' } };
  }
  if (type !== 'apikey') return undefined;
  const name = parameters.get('key') ?? 'X-API-Key';
  const place = parameters.get('in') ?? 'header';
  return apiKey(`apikey-${place}-${name}`.replaceAll(/[^\w.-]/g, '_'), name, place);
}

const apiKey = (id: string, name: string, place: string): Scheme => ({
  id,
  definition: { type: 'apiKey', name, in: place },
});

/** A list of `{key, value}`, in format 2.0 an object. */
function readParameters(raw: Json | undefined): ReadonlyMap<string, string> {
  if (isObject(raw)) return new Map(Object.entries(raw).map(([key, value]) => [key, String(value)]));
  return new Map(list(raw).map((each) => [String(object(each).key), String(object(each).value)]));
}
