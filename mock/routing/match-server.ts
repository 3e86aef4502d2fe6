import { parsePointer, valueAt } from '../../src/contract/document/pointer.ts';
import { isObject, type Json } from '../../src/contract/json.ts';
import type { Contract, Operation } from '../../src/contract/types.ts';
import { refuse } from '../problem.ts';
import type { Refusal } from '../types.ts';

/** `?__server=URL` asks whether the operation is offered at that server; undefined when it is, or nobody asked. */
export function serverProblem(query: string, contract: Contract, operation: Operation): Refusal | undefined {
  const asked = new URLSearchParams(query).get('__server');
  if (!asked) return undefined;
  const servers = documentedServers(contract, operation);
  if (servers.length === 0) {
    const detail = `No server configuration has been provided, although ${asked} is set as server url`;
    return refuse('NO_SERVER_CONFIGURATION_PROVIDED_ERROR', detail);
  }
  if (servers.some((server) => serverPattern(server).test(asked))) return undefined;
  const detail = `The server url ${asked} hasn't been matched with any of the provided servers`;
  return refuse('NO_SERVER_MATCHED_ERROR', detail);
}

/** The Server Objects that hold for an operation: its own, its path's, the document's (OpenAPI, Server Object). */
function documentedServers({ document }: Contract, { pointer }: Operation): readonly Json[] {
  const path = parsePointer(pointer).length > 1 ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer;
  for (const place of [pointer, path, '']) {
    const servers = valueAt(document, `${place}/servers`);
    if (Array.isArray(servers) && servers.length > 0) return servers;
  }
  return [];
}

/** A server URL with its variables: one of their `enum`, or anything without a slash. */
function serverPattern(server: Json): RegExp {
  const { url, variables } = isObject(server) ? server : {};
  if (typeof url !== 'string') return /$^/;
  const pieces = url
    .split(/\{([^{}]+)\}/)
    .map((piece, at) => (at % 2 === 0 ? escaped(piece) : values(variables, piece)));
  return new RegExp(`^${pieces.join('')}/?$`);
}

function values(variables: Json | undefined, name: string): string {
  const variable = isObject(variables) ? variables[name] : undefined;
  const allowed = isObject(variable) && Array.isArray(variable.enum) ? variable.enum : [];
  return allowed.length === 0 ? '[^/]+' : `(?:${allowed.map((value) => escaped(String(value))).join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
