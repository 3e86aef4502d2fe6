import { type HttpHandler, HttpResponse, http } from 'msw';
import { contractFromDocument } from '../src/contract/from-document.ts';
import { isObject, type Json, type JsonObject } from '../src/contract/json.ts';
import type { Contract, Operation } from '../src/contract/types.ts';
import { createMock, type Mock } from './handle.ts';
import type { Override, Overrides } from './msw/overrides.ts';
import { jsonTypeOf } from './negotiation/json-type.ts';
import type { MockOptions } from './options.ts';
import type { Store } from './state/store.ts';
import { fromWebRequest, toWebResponse } from './web.ts';

export type { Override, OverrideInfo, Overrides } from './msw/overrides.ts';
export { createStore, type Store } from './state/store.ts';

export interface HandlersOptions extends MockOptions {
  /** Where the API stands for the application: `https://api.example.com/v1` or `/api`. Default: its documented servers. */
  readonly baseUrl?: string;
  /** Remembered things, to look at or reset from outside: `createStore()`, and `store.reset()` after each test. */
  readonly store?: Store;
}

/** A contract, or a document: `object`, because the types that TypeScript gives to an imported JSON file fit nothing narrower. */
type Source = object;

/**
 * MSW handlers that answer a contract's operations as the mock server does, in a browser's service worker or in Node:
 * `setupServer(...handlersFor(document))`. Requests for other paths stay unhandled. `overrides` are by operation id; given
 * the generated types of the document, `handlersFor<operations>(…)`, a wrong id, status or body does not compile.
 */
export function handlersFor<Operations>(
  source: Source | readonly Source[],
  overrides: Overrides<Operations>,
  options?: HandlersOptions,
): HttpHandler[];
export function handlersFor(
  source: Source | readonly Source[],
  overrides?: Readonly<Record<string, Override>>,
  options?: HandlersOptions,
): HttpHandler[];
export function handlersFor(
  source: Source | readonly Source[],
  overrides: Readonly<Record<string, Override | undefined>> = {},
  options: HandlersOptions = {},
): HttpHandler[] {
  const sources: readonly Source[] = Array.isArray(source) ? source : [source];
  const preparing = sources.map((each) => prepare(each, options));
  const known = Promise.all(preparing).then((all) => refuseUnknown(Object.keys(overrides), all));
  return preparing.map((prepared) => {
    const ready = known.then(() => prepared);
    // Nobody waits for it before the first request: what is wrong is told there.
    ready.catch(() => undefined);
    return handlerFor(ready, overrides);
  });
}

/** Throws where an override is for no operation of any document: it would never be called. */
function refuseUnknown(named: readonly string[], all: readonly Prepared[]): void {
  const ids = all.flatMap(({ mock }) => mock.sites.flatMap(({ contract }) => contract.operations));
  const known = new Set(ids.map(({ id }) => id));
  const unknown = named.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new TypeError(
    `no operation ${unknown.map((name) => `"${name}"`).join(', ')} to override; there are ${[...known].join(', ')}`,
  );
}

function handlerFor(
  ready: Promise<Prepared>,
  overrides: Readonly<Record<string, Override | undefined>>,
): HttpHandler {
  return http.all(
    async ({ request }) => {
      const { mock, bases } = await ready;
      const base = baseOf(request.url, bases);
      return base !== undefined && mock.find(request.method, pathBelow(request.url, base)) !== undefined;
    },
    async ({ request }) => {
      const { mock, bases } = await ready;
      const base = baseOf(request.url, bases) ?? '';
      const mocked = async () => toWebResponse(await mock.handle(await fromWebRequest(request, base)));
      const found = mock.find(request.method, pathBelow(request.url, base));
      const override = found?.kind === 'found' ? overrides[found.operation.id] : undefined;
      const params = found?.kind === 'found' ? found.pathParameters : {};
      const overridden = await override?.({
        request: request.clone(),
        params,
        mocked,
        body: () => request.clone().json(),
        reply: (status, body) => reply(found?.kind === 'found' ? found.operation : undefined, status, body),
      });
      return rebuilt(overridden ?? (await mocked()));
    },
  );
}

/** A response as JSON; without a body, as it stands. */
function reply(operation: Operation | undefined, status: number, body: unknown): Response {
  if (body === undefined) return new Response(null, { status });
  const type = operation === undefined ? 'application/json' : jsonTypeOf(operation, status);
  return Response.json(body, { status, headers: { 'content-type': type } });
}

interface Prepared {
  readonly mock: Mock;
  readonly bases: readonly string[];
}

async function prepare(source: Source, { baseUrl, store, ...options }: HandlersOptions): Promise<Prepared> {
  const contract = isContract(source) ? source : await contractOf(JSON.stringify(source));
  const servers = baseUrl === undefined ? contract.servers : [baseUrl];
  return {
    mock: createMock([contract], { cors: false, ...options }, store),
    bases: (servers.length > 0 ? servers : ['']).map((server) => server.replace(/\/+$/, '')),
  };
}

/** The contract of a document, made once: handlers of a single test are made of the same document again. */
function contractOf(text: string): Promise<Contract> {
  const known =
    contracts.get(text) ??
    Promise.resolve(text)
      .then(whole)
      .then((document) => contractFromDocument(document));
  contracts.set(text, known);
  return known;
}

const contracts = new Map<string, Promise<Contract>>();

/** The document as plain JSON. Throws where it refers to other files, which nobody can read here. */
function whole(text: string): JsonObject {
  const [, file] = /"\$ref":"([^"#][^"]*)"/.exec(text) ?? [];
  if (file !== undefined) {
    throw new TypeError(
      `the document refers to "${file}", which is not in it: give handlersFor the contract, or its document, that loadContract makes of all files`,
    );
  }
  const value: Json = JSON.parse(text);
  if (!isObject(value)) throw new TypeError('a document is an object');
  return value;
}

function isContract(source: Source): source is Contract {
  return 'schemaAt' in source && typeof source.schemaAt === 'function';
}

/** The path of the base that a URL stands below; a base without a host stands for every host. */
function baseOf(url: string, bases: readonly string[]): string | undefined {
  const { origin, pathname } = new URL(url);
  for (const base of bases) {
    const absolute = URL.parse(base);
    const path = absolute === null ? base : absolute.pathname.replace(/\/+$/, '');
    if (absolute !== null && absolute.origin !== origin) continue;
    if (pathname === path || pathname.startsWith(`${path}/`)) return path;
  }
  return undefined;
}

function pathBelow(url: string, base: string): string {
  const rest = new URL(url).pathname.slice(base.length);
  return rest === '' ? '/' : rest;
}

/** MSW tells its own kind of response from a real one: cookies and network errors need it. */
function rebuilt(response: Response): Response {
  if (response.type === 'error') return HttpResponse.error();
  return new HttpResponse(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}
