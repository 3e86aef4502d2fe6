import type { Json } from '../../src/contract/json.ts';
import type { Contract, Header, Response } from '../../src/contract/types.ts';
import { headerSafe } from '../http/header-text.ts';
import { validSample, type Wanted } from './valid-value.ts';

/** Headers that Node writes, or that would lie about the body. */
const notOurs = new Set([
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'date',
  'keep-alive',
]);

/** The documented headers of a response with their example, else a sample. A header nobody describes is left out. */
export async function responseHeaders(
  contract: Contract,
  response: Pick<Response, 'headers'>,
  wanted: Wanted,
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, header] of response.headers) {
    if (notOurs.has(name)) continue;
    const value = exampleOf(header) ?? (await sampled(contract, header, wanted));
    if (value !== undefined && value !== null) headers[name] = headerText(value);
  }
  return headers;
}

function exampleOf({ example, examples }: Header): Json | undefined {
  return example ?? [...examples.values()].find(({ value }) => value !== undefined)?.value;
}

async function sampled(contract: Contract, { schema }: Header, wanted: Wanted): Promise<Json | undefined> {
  return schema === undefined ? undefined : (await validSample(contract, schema, wanted)).value;
}

/** The `simple` style of OpenAPI: lists and members joined by commas. */
function headerText(value: Json): string {
  if (Array.isArray(value)) return value.map(headerText).join(',');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flat().map(headerText).join(',');
  return headerSafe(String(value));
}
