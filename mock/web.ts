import { isBodyless } from '../src/contract/body/bodyless.ts';
import type { MockRequest, MockResponse } from './exchange.ts';
import { cutShort } from './http/cut-short.ts';

/** A request of the Fetch standard as the pipeline takes it; `path` is what its URL has after the base. */
export async function fromWebRequest(request: Request, base = ''): Promise<MockRequest> {
  const { origin, pathname, search } = new URL(request.url);
  const body = request.body === null ? undefined : new Uint8Array(await request.clone().arrayBuffer());
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return {
    method: request.method.toUpperCase(),
    path: path.startsWith('/') ? path : `/${path}`,
    query: search.slice(1),
    headers: Object.fromEntries(request.headers),
    body: body?.length === 0 ? undefined : body,
    base: `${origin}${pathname.startsWith(base) ? base : ''}`,
  };
}

/** The response for `fetch`, after its delay. Resolves never for a `timeout`, to a network error for a `reset`. */
export async function toWebResponse(response: MockResponse): Promise<Response> {
  const { delivery } = response;
  if (delivery !== undefined && delivery.delayMs > 0) {
    await new Promise((resolve) => setTimeout(resolve, delivery.delayMs));
  }
  if (delivery?.fault === 'timeout') return new Promise(() => {});
  if (delivery?.fault === 'reset') return Response.error();
  const body = delivery?.fault === 'malformed' ? cutShort(response.body) : response.body;
  const headers = new Headers(response.headers);
  for (const cookie of response.cookies ?? []) headers.append('set-cookie', cookie);
  return new Response(content(body, response.status), { status: response.status, headers });
}

/** The Fetch standard refuses even an empty body for these. */
function content(body: MockResponse['body'], status: number): BodyInit | null {
  if (body === undefined || isBodyless('GET', status)) return null;
  return typeof body === 'string' ? body : new Uint8Array(body);
}
