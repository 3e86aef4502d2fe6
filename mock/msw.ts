import { type HttpHandler, HttpResponse, http } from 'msw';
import { contractFromDocument } from '../src/contract/from-document.ts';
import type { JsonObject } from '../src/contract/json.ts';
import type { Contract } from '../src/contract/types.ts';
import { createMock, type Mock } from './handle.ts';
import type { MockOptions } from './options.ts';
import type { Override, Overrides } from './overrides.ts';
import type { Store } from './state/store.ts';
import { fromWebRequest, toWebResponse } from './web.ts';

export type { Override, OverrideInfo, Overrides } from './overrides.ts';

export interface HandlersOptions extends MockOptions {
  /** Where the API stands for the application: `https://api.example.com/v1` or `/api`. Default: its documented servers. */
  readonly baseUrl?: string;
  /** Remembered things, to look at or reset from outside. */
  readonly store?: Store;
}

type Source = Contract | JsonObject;

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
  return [source].flat().map((each) => handlerFor(each, overrides, options));
}

function handlerFor(
  source: Source,
  overrides: Readonly<Record<string, Override | undefined>>,
  options: HandlersOptions,
): HttpHandler {
  const ready = prepare(source, options);
  // Nobody waits for it before the first request: a bad document is told there.
  ready.catch(() => undefined);
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
        reply,
      });
      return rebuilt(overridden ?? (await mocked()));
    },
  );
}

const reply = (status: number, body: unknown) => Response.json(body, { status });

interface Prepared {
  readonly mock: Mock;
  readonly bases: readonly string[];
}

async function prepare(source: Source, { baseUrl, store, ...options }: HandlersOptions): Promise<Prepared> {
  const contract = isContract(source) ? source : await contractFromDocument(source);
  const servers = baseUrl === undefined ? contract.servers : [baseUrl];
  return {
    mock: createMock([contract], { cors: false, ...options }, store),
    bases: (servers.length > 0 ? servers : ['']).map((server) => server.replace(/\/+$/, '')),
  };
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
