import { curl } from '../../shared/curl.ts';
import type { Content, Documentation, RequestDetails } from '../api.ts';

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

/** A command that calls an operation with the values of its document. */
export function exampleCurl(documented: Documentation): string {
  const { method, parameters, body, credentials } = documented;
  const of = (place: string) => [
    ...parameters.filter((one) => one.in === place && one.required && one.example !== undefined),
    ...credentials.filter((one) => one.in === place).map(({ name, value }) => ({ name, example: value })),
  ];
  const filled = of('path').reduce(
    (path, { name, example }) => path.replace(`{${name}}`, encodeURIComponent(String(example))),
    documented.path,
  );
  const query = new URLSearchParams(
    of('query').map(({ name, example }) => [name, String(example)]),
  ).toString();
  const cookies = of('cookie').map(({ name, example }) => `${name}=${example}`);
  const content = body?.contents[0];
  const parts = content === undefined ? undefined : formParts(content);
  const sent = parts === undefined ? bodyOf(content) : { headers: {}, text: null };
  const command = curl({
    method,
    url: location.origin + filled + (query === '' ? '' : `?${query}`),
    headers: {
      ...sent.headers,
      ...Object.fromEntries(of('header').map(({ name, example }) => [name, String(example)])),
      ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }),
    },
    body: sent.text,
  });
  return [command, ...(parts ?? [])].join(' \\\n  ');
}

/** The fields of a multipart form as options of curl, which sets the boundary; undefined for another body. */
function formParts({ mediaType, members, examples }: Content): readonly string[] | undefined {
  if (mediaType !== 'multipart/form-data') return undefined;
  return fieldsOf(examples[0]?.value).map(([name, value]) => {
    const isFile = members.some(({ path, type }) => path === name && type.includes('binary'));
    return `-F '${name}=${isFile ? `@${name}` : String(value).replaceAll("'", "'\\''")}'`;
  });
}

function bodyOf(content: Content | undefined) {
  const example = content?.examples[0]?.value;
  if (content === undefined || example === undefined) return { headers: {}, text: null };
  const isForm = content.mediaType === 'application/x-www-form-urlencoded';
  const fields = fieldsOf(example).map(([name, value]) => [name, String(value)]);
  const text = isForm ? new URLSearchParams(fields).toString() : JSON.stringify(example);
  return { headers: { 'content-type': content.mediaType }, text };
}

function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
