import type { Contract, Operation, Response } from '../../src/contract/types.ts';
import type { components } from '../../src/types/control.ts';
import { contentsOf } from '../negotiation/contents.ts';
import { examplesOf } from '../negotiation/examples.ts';
import { findResponse, firstOf } from '../negotiation/find-response.ts';
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
    responses: [...operation.responses.values()].map((response) => ({
      status: response.status,
      examples: exampleNames(contract, response),
    })),
    ...(override === undefined ? {} : { override: toOverride(override) }),
  };
}

export function toOverride({ headers, ...override }: Override): Schemas['Override'] {
  return headers === undefined ? override : { ...override, headers: { ...headers } };
}

function exampleNames(contract: Contract, response: Response): string[] {
  const contents = contentsOf(response, 'application/json');
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
  if (status === undefined) {
    const responses = [...operation.responses.values()];
    const holder = responses.find((one) => exampleNames(contract, one).includes(example));
    if (holder !== undefined) return { override: { ...override, status: firstOf(holder.status) } };
    const all = responses.flatMap((one) =>
      exampleNames(contract, one).map((name) => `${one.status} ${name}`),
    );
    return { refusal: `${operation.id} has no example "${example}"; it has ${listed(all)}` };
  }
  const found = findResponse(operation.responses, status);
  const names = found === undefined ? [] : exampleNames(contract, found.response);
  if (names.includes(example)) return { override };
  return { refusal: `${operation.id} has no example "${example}" for ${status}; it has ${listed(names)}` };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
