import { isObject, type Json, type JsonObject } from '../../json.ts';
import { extensions, object, text } from '../../members.ts';
import type { Resolver } from '../../resolve.ts';
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

/** A response without schema and example has no body (OpenAPI 2.0, Response Object). */
function convertContent({ schema, examples }: JsonObject, produces: readonly string[]): JsonObject {
  const given = object(examples);
  const described = isObject(schema) ? { schema } : {};
  const hasSchema = 'schema' in described;
  const fallback = hasSchema && Object.keys(given).length === 0 ? ['application/json'] : [];
  const types = hasSchema ? (produces.length > 0 ? produces : fallback) : [];
  // `produces` says which comes first, for who takes anything.
  const exemplified = produces.filter((type) => type in given);
  const all = new Set([...types, ...exemplified, ...Object.keys(given)]);
  return Object.fromEntries(
    [...all].map((type) => [
      type,
      { ...described, ...(given[type] === undefined ? {} : { example: given[type] }) },
    ]),
  );
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
