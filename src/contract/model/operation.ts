import { extensions, flag, text, texts } from '../document/members.ts';
import type { Json, JsonObject } from '../json.ts';
import { lazy } from '../memo.ts';
import type { Context } from '../normalise/context.ts';
import type { Location } from '../source/location.ts';
import type { Callback, Operation, SecurityScheme } from '../types.ts';
import { readParameters } from './parameters.ts';
import { readRequestBody, readResponses } from './responses.ts';
import { readSecurity } from './security.ts';
import { readServers } from './servers.ts';

/** Where an operation stands and what it inherits. */
export interface OperationSource {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly operation: JsonObject;
  readonly pathItem: JsonObject;
  readonly document: JsonObject;
  readonly source: Location;
  readonly schemes: () => ReadonlyMap<string, SecurityScheme>;
  readonly callbacks: () => readonly Callback[];
}

/** An operation whose parts are read when first asked for: a document may have thousands, a test calls three. */
export function createOperation(from: OperationSource, context: Context): Operation {
  const { id, method, path, pointer, operation, pathItem, document } = from;
  const parameters = lazy(() => readParameters(pathItem.parameters, operation.parameters, context));
  const requestBody = lazy(() => readRequestBody(operation.requestBody, context));
  const responses = lazy(() => readResponses(operation.responses, context));
  const security = lazy(() => readSecurity(operation.security, document.security, from.schemes()));
  const servers = lazy(() => readServers(nearest(operation, pathItem, document), from.source));
  return {
    id,
    method,
    path,
    pointer,
    summary: text(operation.summary) ?? '',
    tags: texts(operation.tags),
    deprecated: flag(operation.deprecated),
    get parameters() {
      return parameters();
    },
    get requestBody() {
      return requestBody();
    },
    get responses() {
      return responses();
    },
    get security() {
      return security();
    },
    get servers() {
      return servers();
    },
    get callbacks() {
      return from.callbacks();
    },
    get extensions() {
      return extensions(operation);
    },
  };
}

/** The nearest non-empty `servers` wins as a whole (OpenAPI, Operation Object). */
function nearest(...holders: readonly JsonObject[]): Json | undefined {
  return holders
    .map(({ servers }) => servers)
    .find((servers) => Array.isArray(servers) && servers.length > 0);
}
