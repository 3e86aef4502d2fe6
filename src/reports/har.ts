import type { CheckEvidence, Exchange, RecordedRequest, RecordedResponse } from '../evidence/types.ts';
import { http } from '../node/http.ts';
import { bodyText } from './transcript.ts';
import type { Report } from './types.ts';

/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/): a page for each check, an entry for each exchange. */
export const har: Report = async function* ({ info, checks }) {
  const [name = 'sverka', version = ''] = info.tool.split(' ');
  yield `{"log":{"version":"1.2","creator":${JSON.stringify({ name, version })},"pages":[`;
  let separator = '\n';
  for await (const check of checks()) {
    yield separator + JSON.stringify(page(check, info.startedAt));
    separator = ',\n';
  }
  yield '\n],"entries":[';
  separator = '\n';
  for await (const check of checks()) {
    for (const exchange of check.exchanges) {
      yield separator + JSON.stringify(entry(check, exchange));
      separator = ',\n';
    }
  }
  yield '\n]}}\n';
};

function page(check: CheckEvidence, runStartedAt: string) {
  return {
    id: check.id,
    title: `${check.verdict}: ${check.summary}`,
    startedDateTime: check.exchanges[0]?.startedAt ?? runStartedAt,
    pageTimings: {},
  };
}

/** Members that begin with an underscore are the specification's place for what a tool adds. */
function entry(check: CheckEvidence, exchange: Exchange) {
  const { startedAt, durationMs, request, response, step, operation, requestId, logs } = exchange;
  return {
    pageref: check.id,
    startedDateTime: startedAt,
    time: durationMs,
    request: harRequest(request),
    response: harResponse(response),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    _step: step,
    _operation: operation,
    _requestId: requestId,
    _logs: logs,
  };
}

function harRequest({ method, url, headers, body }: RecordedRequest) {
  const text = bodyText(body);
  const postData = { mimeType: headers['content-type'] ?? 'application/octet-stream', text };
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: cookies(headers.cookie, /;\s*/),
    headers: namesAndValues(headers),
    queryString: [...(URL.parse(url)?.searchParams ?? [])].map(([name, value]) => ({ name, value })),
    ...(body === null ? {} : { postData }),
    headersSize: -1,
    bodySize: Buffer.byteLength(text),
  };
}

/** Without a response HAR readers expect one with status 0. */
function harResponse(response: RecordedResponse | undefined) {
  const { status = 0, headers = {}, body = null } = response ?? {};
  const text = bodyText(body);
  return {
    status,
    statusText: http.STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: cookies(headers['set-cookie'], /,\s*(?=[^;,=\s]+=)/),
    headers: namesAndValues(headers),
    content: { size: Buffer.byteLength(text), mimeType: headers['content-type'] ?? 'x-unknown', text },
    redirectURL: headers.location ?? '',
    headersSize: -1,
    bodySize: response ? Buffer.byteLength(text) : -1,
  };
}

function namesAndValues(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function cookies(header: string | undefined, between: RegExp) {
  return (header?.split(between) ?? []).map((cookie) => {
    const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(cookie) ?? [];
    return { name, value };
  });
}
