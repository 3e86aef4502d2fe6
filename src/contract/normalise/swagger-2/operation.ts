import { list, texts } from '../../document/members.ts';
import type { Resolver } from '../../document/resolve.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { convertRequestBody } from './body.ts';
import { convertParameter } from './parameter.ts';
import { convertResponses } from './response.ts';

/** Media types of the document, for operations that give none. */
export interface Defaults {
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

/** An operation with the parameters of its path item written out. */
export function convertOperation(
  operation: JsonObject,
  shared: readonly Json[],
  defaults: Defaults,
  resolver: Resolver,
): JsonObject {
  const { consumes, produces, schemes, parameters: own, responses, ...kept } = operation;
  const parameters = mergeParameters([...shared, ...list(own)], resolver);
  const inBody = parameters.filter(({ in: place }) => place === 'body' || place === 'formData');
  const others = parameters.filter((parameter) => !inBody.includes(parameter));
  const requestBody = convertRequestBody(
    inBody,
    consumes === undefined ? defaults.consumes : texts(consumes),
  );
  return {
    ...kept,
    parameters: others.map(convertParameter),
    ...(requestBody ? { requestBody } : {}),
    responses: convertResponses(
      responses,
      produces === undefined ? defaults.produces : texts(produces),
      resolver,
    ),
  };
}

/** The operation's own win over the path item's where name and place are the same. */
function mergeParameters(raw: readonly Json[], resolver: Resolver): readonly JsonObject[] {
  const merged = new Map<string, JsonObject>();
  for (const item of raw) {
    const parameter = resolver.resolve(item);
    if (!isObject(parameter)) continue;
    // There is one body, whatever it is named.
    const name = parameter.in === 'body' ? '' : parameter.name;
    merged.set(`${String(parameter.in)} ${String(name)}`, parameter);
  }
  return [...merged.values()];
}
