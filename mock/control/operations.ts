import type { Contract, Operation } from '../../src/contract/types.ts';
import type { components } from '../../src/types/control.ts';
import { contentsOf } from '../negotiation/contents.ts';
import { examplesOf } from '../negotiation/examples.ts';
import type { Site } from '../types.ts';
import type { Override } from './overrides.ts';

type Schemas = components['schemas'];

/** One operation with the responses that can be forced; its path begins with `prefix`. */
export function toOperation(
  { contract }: Site,
  operation: Operation,
  prefix: string,
  override: Override | undefined,
): Schemas['Operation'] {
  return {
    contract: contract.id,
    operation: operation.id,
    method: operation.method,
    path: prefix + operation.path,
    summary: operation.summary,
    responses: [...operation.responses.keys()].map((status) => ({
      status,
      examples: exampleNames(contract, operation, status),
    })),
    ...(override === undefined ? {} : { override: toOverride(override) }),
  };
}

export function toOverride({ headers, ...override }: Override): Schemas['Override'] {
  return headers === undefined ? override : { ...override, headers: { ...headers } };
}

function exampleNames(contract: Contract, { responses }: Operation, status: string): string[] {
  const response = responses.get(status);
  const contents = response === undefined ? [] : contentsOf(response, 'application/json');
  return [...new Set(contents.flatMap((content) => examplesOf(contract, content).map(({ name }) => name)))];
}

/**
 * The override with its status, where only an example was named; or why it cannot be.
 * A status the document does not have is fine: it is sent with the given body, or without one.
 */
export function checkOverride(
  contract: Contract,
  operation: Operation,
  override: Override,
): { readonly override: Override } | { readonly refusal: string } {
  const { example, status } = override;
  if (example === undefined) return { override };
  const statuses = [...operation.responses.keys()];
  if (status === undefined) {
    const holder = statuses.find((one) => exampleNames(contract, operation, one).includes(example));
    const found = Number(holder?.replace(/^default$/, '200').replace(/XX$/i, '00'));
    if (holder !== undefined) return { override: { ...override, status: found } };
    const all = statuses.flatMap((one) =>
      exampleNames(contract, operation, one).map((name) => `${one} ${name}`),
    );
    return { refusal: `${operation.id} has no example "${example}"; it has ${listed(all)}` };
  }
  const place = [String(status), `${String(status).charAt(0)}XX`, 'default'].find((one) =>
    operation.responses.has(one),
  );
  const names = place === undefined ? [] : exampleNames(contract, operation, place);
  if (names.includes(example)) return { override };
  return { refusal: `${operation.id} has no example "${example}" for ${status}; it has ${listed(names)}` };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
