import type { MockResponse } from '../../mock/exchange.ts';
import { createMock, type Mock } from '../../mock/handle.ts';
import type { MockOptions } from '../../mock/options.ts';
import { contractFromDocument } from '../../src/contract/from-document.ts';
import type { Json, JsonObject } from '../../src/contract/json.ts';

/** An OpenAPI 3.0 document with these paths. */
export function documentOf(paths: JsonObject, rest: JsonObject = {}): JsonObject {
  return { openapi: '3.0.3', info: { title: 'Test', version: '1' }, paths, ...rest };
}

export async function mockOf(document: JsonObject, options: MockOptions = {}): Promise<Mock> {
  return createMock([await contractFromDocument(document)], options);
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: Json;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: MockResponse['headers'];
  readonly text: string;
  readonly json: Json;
  readonly response: MockResponse;
}

/** Asks a mock without a server; `target` is path and query. */
export async function ask(
  mock: Pick<Mock, 'handle'>,
  target: string,
  question: Question = {},
): Promise<Answer> {
  const text = question.json === undefined ? question.body : JSON.stringify(question.json);
  const [path = '/', query = ''] = target.split('?', 2);
  const response = await mock.handle({
    method: question.method ?? (text === undefined ? 'GET' : 'POST'),
    path,
    query,
    headers: {
      accept: '*/*',
      ...(question.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...question.headers,
    },
    body: text === undefined ? undefined : new TextEncoder().encode(text),
  });
  const sent = typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body);
  return { status: response.status, headers: response.headers, text: sent, json: parse(sent), response };
}

function parse(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

export const json = (content: JsonObject): JsonObject => ({
  description: 'answer',
  content: { 'application/json': content },
});
