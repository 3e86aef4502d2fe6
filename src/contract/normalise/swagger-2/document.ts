import { extensions, list, object, text, texts } from '../../document/members.ts';
import { fixedMethods } from '../../document/methods.ts';
import type { Resolver } from '../../document/resolve.ts';
import type { JsonObject } from '../../json.ts';
import { isObject, type Json } from '../../json.ts';
import { convertOperation, type Defaults } from './operation.ts';
import { convertSecurityDefinitions } from './security.ts';

/**
 * Gives a Swagger 2.0 document the shape of OpenAPI 3.1. Parameters and responses are resolved and written out where they
 * are used, since a body parameter becomes a request body; schemas stay as they are, their references too (see
 * `swaggerReference`). Extensions and what both versions share stay in place, so pointers to operations stay true.
 */
export function convertSwagger2(document: JsonObject, resolver: Resolver): JsonObject {
  const { info, tags, externalDocs, security, definitions, securityDefinitions } = document;
  const defaults = { consumes: texts(document.consumes), produces: texts(document.produces) };
  const servers = convertServers(document, document.schemes);
  return {
    openapi: '3.1.0',
    ...present({ info, tags, externalDocs, security }),
    ...(servers.length > 0 ? { servers } : {}),
    paths: mapObject(object(document.paths), (item) => convertPathItem(item, document, defaults, resolver)),
    components: {
      schemas: object(definitions),
      securitySchemes: convertSecurityDefinitions(object(securityDefinitions), resolver),
    },
    ...extensions(document),
  };
}

/** Where a `$ref` inside a schema of a 2.0 document leads in the converted one. */
export const swaggerReference = (reference: string): string =>
  reference.replace(/^#\/definitions\//, '#/components/schemas/');

function convertPathItem(raw: Json, document: JsonObject, defaults: Defaults, resolver: Resolver): Json {
  const item = resolver.resolve(raw);
  if (!isObject(item)) return {};
  const shared = list(item.parameters);
  const operations = Object.entries(item).filter(
    ([name, value]) => fixedMethods.has(name) && isObject(value),
  );
  return {
    ...extensions(item),
    ...Object.fromEntries(
      operations.map(([name, operation]) => {
        const { schemes } = object(operation);
        const servers = schemes === undefined ? [] : convertServers(document, schemes);
        const converted = convertOperation(object(operation), shared, defaults, resolver);
        return [name, { ...converted, ...(servers.length > 0 ? { servers } : {}) }];
      }),
    ),
  };
}

/** `schemes` × `host` + `basePath`. Without a host the base path alone: relative to wherever the document is served. */
function convertServers({ host, basePath }: JsonObject, schemes: Json | undefined): Json[] {
  const base = (text(basePath) ?? '').replace(/\/$/, '');
  const named = texts(schemes);
  const address = text(host);
  if (address === undefined) return base === '' ? [] : [{ url: base }];
  return (named.length > 0 ? named : ['http']).map((scheme) => ({ url: `${scheme}://${address}${base}` }));
}

function mapObject(value: JsonObject, change: (member: Json) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name.startsWith('x-') ? member : change(member)]),
  );
}

/** Members that are there. */
function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const found: JsonObject = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) found[name] = value;
  return found;
}
