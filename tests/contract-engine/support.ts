import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract, Operation, RawRequest } from '../../src/contract/types.ts';

/** Loads a document as a user would: from a file. */
export async function contractOf(document: JsonObject): Promise<Contract> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-engine-'));
  try {
    const file = join(folder, 'document.json');
    await writeFile(
      file,
      JSON.stringify({ openapi: '3.1.0', info: { title: 'test', version: '1' }, ...document }),
    );
    const { contract, problems } = await loadContract(file);
    if (!contract) throw new Error(problems.map(({ message }) => message).join('\n'));
    return contract;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A contract with nothing but these named schemas. */
export function schemasOf(schemas: JsonObject): Promise<Contract> {
  return contractOf({ paths: {}, components: { schemas } });
}

/** A contract with one operation, `POST /thing` unless said otherwise. */
export async function operationOf(
  operation: JsonObject,
  {
    method = 'post',
    path = '/thing',
    components = {},
  }: { method?: string; path?: string; components?: JsonObject } = {},
): Promise<{ contract: Contract; operation: Operation }> {
  const contract = await contractOf({
    paths: { [path]: { [method]: { responses: {}, ...operation } } },
    components,
  });
  const [only] = contract.operations;
  if (!only) throw new Error('the document has no operation');
  return { contract, operation: only };
}

export function bytes(body: unknown): Uint8Array {
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A request with a JSON body (a string is sent as it is). */
export function jsonRequest(body: unknown, more: Partial<RawRequest> = {}): RawRequest {
  const headers = { 'content-type': 'application/json', ...more.headers };
  return { method: 'POST', path: '/thing', query: '', body: bytes(body), ...more, headers };
}

export function request(more: Partial<RawRequest>): RawRequest {
  return { method: 'POST', path: '/thing', query: '', headers: {}, body: undefined, ...more };
}

export function schema(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}
