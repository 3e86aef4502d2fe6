import { curl } from '../../report/curl.ts';
import type { Documentation, RequestDetails } from '../api.ts';

/** A request of the journal as a command. */
export function curlOf({ summary, request }: RequestDetails): string {
  const { method, path } = summary;
  return curl({
    method,
    url: location.origin + path,
    headers: request.headers,
    body: request.body?.text ?? null,
  });
}

/** A command that calls an operation with the examples of its document. */
export function exampleCurl(documented: Documentation): string {
  const { method, parameters, body } = documented;
  const of = (place: string) => parameters.filter((one) => one.in === place && one.example !== undefined);
  const filled = of('path').reduce(
    (path, { name, example }) => path.replace(`{${name}}`, encodeURIComponent(String(example))),
    documented.path,
  );
  const needed = of('query').filter(({ required }) => required);
  const query = new URLSearchParams(needed.map(({ name, example }) => [name, String(example)])).toString();
  const content = body?.contents[0];
  const example = content?.examples[0]?.value;
  return curl({
    method,
    url: location.origin + filled + (query === '' ? '' : `?${query}`),
    headers: {
      ...(example === undefined || content === undefined ? {} : { 'content-type': content.mediaType }),
      ...(documented.security.length > 0 ? { authorization: 'Bearer …' } : {}),
    },
    body: example === undefined ? null : JSON.stringify(example),
  });
}
