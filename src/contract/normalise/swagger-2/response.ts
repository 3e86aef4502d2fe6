import { extensions, object, text } from '../../document/members.ts';
import type { Resolver } from '../../document/resolve.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { valueSchema } from './parameter.ts';

/** Responses with `schema`, `examples` and `headers` in their OpenAPI 3 places. */
export function convertResponses(
  raw: Json | undefined,
  produces: readonly string[],
  resolver: Resolver,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object(raw)).map(([status, response]) => {
      if (status.startsWith('x-')) return [status, response];
      return [status, convertResponse(object(resolver.resolve(response)), produces, resolver)];
    }),
  );
}

function convertResponse(response: JsonObject, produces: readonly string[], resolver: Resolver): JsonObject {
  const content = convertContent(response, produces);
  const headers = Object.entries(object(response.headers));
  return {
    ...extensions(response),
    description: text(response.description) ?? '',
    ...(Object.keys(content).length > 0 ? { content } : {}),
    ...(isAssumed(response, produces) ? { [assumedContent]: true } : {}),
    ...(headers.length > 0
      ? {
          headers: Object.fromEntries(
            headers.map(([name, header]) => [name, convertHeader(header, resolver)]),
          ),
        }
      : {}),
  };
}

/**
 * On a response whose media type the document leaves open: a schema, but neither `produces` nor an example. JSON is
 * assumed, which is right for judging a response; who makes one up may want to know.
 */
export const assumedContent = 'x-assumed-content';

function isAssumed({ schema, examples }: JsonObject, produces: readonly string[]): boolean {
  return isObject(schema) && produces.length === 0 && Object.keys(object(examples)).length === 0;
}

/**
 * A response without schema and example has no body (OpenAPI 2.0, Response Object). `produces` lists the media types, and
 * says which comes first; an example for a type it does not list (`*` + `/*`, say) belongs to the first.
 */
function convertContent({ schema, examples }: JsonObject, produces: readonly string[]): JsonObject {
  const given = object(examples);
  const described = isObject(schema) ? { schema } : {};
  const names = Object.keys(given);
  const fallback = names.length > 0 ? names : 'schema' in described ? ['application/json'] : [];
  const types = produces.length > 0 ? produces : fallback;
  const foreign = produces.length > 0 ? names.filter((name) => !produces.includes(name)) : [];
  const entries = types.map((type, at): [string, JsonObject] => {
    const own = given[type] ?? (at === 0 ? given[foreign[0] ?? ''] : undefined);
    return [type, { ...described, ...(own === undefined ? {} : { example: own }) }];
  });
  return Object.fromEntries(entries.filter(([, media]) => Object.keys(media).length > 0));
}

function convertHeader(raw: Json, resolver: Resolver): JsonObject {
  const header = object(resolver.resolve(raw));
  const description = text(header.description);
  return {
    ...extensions(header),
    ...(description === undefined ? {} : { description }),
    schema: valueSchema(header),
  };
}
