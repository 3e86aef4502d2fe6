import type { Json } from '../../src/contract/json.ts';
import type { Callback, Contract, Headers, MediaType } from '../../src/contract/types.ts';
import { responseHeaders } from '../generation/response-headers.ts';
import { validSample, type Wanted } from '../generation/valid-value.ts';
import { examplesOf } from '../negotiation/examples.ts';
import { serialize } from '../serialize/body.ts';
import { callbackUrl, type Exchanged } from './runtime-expression.ts';

/** A request that the contract says follows from another one. */
export interface CallbackRequest {
  readonly callback: Callback;
  readonly contract: Contract;
  readonly method: string;
  /** Undefined when it cannot be sent: the request named no address, or `problem`. */
  readonly url: string | undefined;
  readonly problem?: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** Milliseconds after which it goes out: not before the response it follows. */
  readonly delayMs: number;
}

/** Fills in a documented callback: its address from what was exchanged, its headers and body from examples and schemas. */
export async function callbackRequest(
  contract: Contract,
  callback: Callback,
  exchanged: Exchanged,
  wanted: Wanted,
  delayMs: number,
): Promise<CallbackRequest> {
  const { operation } = callback;
  const [content] = operation.requestBody?.content.values() ?? [];
  const value = content && (await bodyOf(contract, content, wanted));
  const body = content && serialize(value, content.name);
  const url = URL.parse(callbackUrl(operation.path, exchanged) ?? '');
  return {
    callback,
    contract,
    method: operation.method,
    url: url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined,
    headers: {
      ...(await documentedHeaders(contract, callback, wanted)),
      ...(typeof body === 'string' && content !== undefined ? { 'content-type': content.name } : {}),
    },
    body: typeof body === 'string' ? body : undefined,
    delayMs,
  };
}

async function bodyOf(contract: Contract, content: MediaType, wanted: Wanted): Promise<Json | undefined> {
  const [example] = examplesOf(contract, content);
  if (example !== undefined) return example.value;
  return content.schema === undefined
    ? undefined
    : (await validSample(contract, content.schema, wanted)).value;
}

/** Header parameters are described as the headers of a response are. */
function documentedHeaders(contract: Contract, { operation }: Callback, wanted: Wanted) {
  const headers = operation.parameters
    .filter((parameter) => parameter.in === 'header')
    .map((parameter) => [parameter.name.toLowerCase(), parameter] as const);
  return responseHeaders(contract, { headers: new Map(headers) }, wanted);
}
