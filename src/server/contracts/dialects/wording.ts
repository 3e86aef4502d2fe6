import type { DomainError } from '../../domain-error.ts';

/** One kind of refusal, its status and what is said of it. */
export type Wording = readonly [
  kind: new (...parameters: never[]) => DomainError,
  status: number,
  words: string,
];

/** The first wording for this kind of refusal. */
export function wordingOf(wordings: readonly Wording[], error: DomainError): Wording | undefined {
  return wordings.find(([kind]) => error instanceof kind);
}
