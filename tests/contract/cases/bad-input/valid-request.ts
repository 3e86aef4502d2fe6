import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../../../src/contract/json.ts';
import { sample } from '../../../../src/contract/sample.ts';
import type { Contract, MediaType, Operation, Schema } from '../../../../src/contract/types.ts';
import { freshPhone } from '../../../support/fresh-phone.ts';
import type { RawHttp } from '../../../support/raw-http.ts';
import type { Subject } from '../../targets/target.ts';
import { getHolder } from './holder.ts';

/** A request that agrees with its document, in parts that a mutation can change. */
export interface ValidRequest {
  readonly contract: Contract;
  readonly operation: Operation;
  /** Segments below the contract's base, percent-encoded, and which of them are parameters. */
  readonly path: readonly { readonly text: string; readonly parameter: boolean }[];
  readonly headers: readonly (readonly [string, string])[];
  /** Undefined where the operation takes none. */
  readonly body: { readonly schema: Schema; readonly value: Json } | undefined;
}

/** Makes a request that nobody has sent before; half of them like the document's examples, half drawn from its schemas. */
export async function makeValidRequest(
  subject: Subject,
  contract: Contract,
  operation: Operation,
  seed: number,
): Promise<ValidRequest> {
  const holder = operation.security.length > 0 ? await getHolder(subject, operation) : undefined;
  const json = operation.requestBody?.content.get('application/json');
  const drawn = json && (await drawBody(contract, json, seed));
  const value = isObject(drawn) && naming.has(operation.id) ? refresh(drawn) : drawn;
  return {
    contract,
    operation,
    path: operation.path
      .split('/')
      .slice(1)
      .map((text) => toSegment(text, holder?.ids ?? {})),
    headers: [
      ['Host', 'sverka.test'],
      ['Connection', 'close'],
      ['X-Request-ID', randomUUID()],
      ...(holder ? [['Authorization', `Bearer ${holder.token}`] as const] : []),
    ],
    body: json?.schema === undefined || value === undefined ? undefined : { schema: json.schema, value },
  };
}

/** As bytes go out; the mutation may have changed any of it. */
export function toRawHttp({ contract, operation, path, headers, body }: ValidRequest): RawHttp {
  return {
    method: operation.method,
    target: `/${[contract.id, ...path.map(({ text }) => text)].join('/')}`,
    headers,
    ...(body === undefined ? {} : withBody(headers, JSON.stringify(body.value))),
  };
}

/** Headers and body for a text or bytes; JSON unless said otherwise. */
export function withBody(
  headers: RawHttp['headers'],
  content: string | Uint8Array,
  mediaType = 'application/json',
): Pick<RawHttp, 'headers' | 'body'> {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    headers: [...headers, ['Content-Type', mediaType], ['Content-Length', String(body.length)]],
    body,
  };
}

function toSegment(text: string, ids: Readonly<Record<string, string>>): ValidRequest['path'][number] {
  const name = /^\{(.*)\}$/.exec(text)?.[1];
  if (name === undefined) return { text: encodeURI(text), parameter: false };
  return { text: encodeURIComponent(ids[name] ?? randomUUID()), parameter: true };
}

async function drawBody(
  contract: Contract,
  { schema = true, examples }: MediaType,
  seed: number,
): Promise<Json> {
  const shown = [...examples.values()].flatMap(({ value }) => (isObject(value) ? [value] : []));
  const example = seed % 2 === 0 ? shown[(seed / 2) % shown.length] : undefined;
  return example ?? (await sample(contract, schema, { seed, direction: 'request' }));
}

/** What these are sent must be new. What logs in keeps its names: `anna` of the examples is among the fixtures. */
const naming = new Set(['register', 'createUser', 'changeAccount', 'receivePayment']);

/** The same body with names that nobody has. */
function refresh(body: JsonObject): JsonObject {
  const unique = randomUUID();
  const phone = freshPhone();
  const login = `u${unique.slice(-12)}`;
  const fresh: JsonObject = {
    second_login: login,
    username: login,
    email: `${login}@example.com`,
    'e-mail': `${login}@example.com`,
    email_address: `${login}@example.com`,
    phone,
    phone_number: phone,
    contact_number: phone,
    Id: unique,
    // Schemas do not say which ones there are.
    MID: '100000000000001',
    group_names: ['customer'],
  };
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, fresh[name] ?? value]));
}

/** Any seed; the small ones, which give the examples, first. */
export const seeds = fc.nat(1_000_000);
