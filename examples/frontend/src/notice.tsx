import type { Refusal } from './refusal.ts';

/** A refusal, where there is one. */
export function Notice({ refusal }: { readonly refusal: Refusal | undefined }) {
  if (refusal === undefined) return null;
  return (
    <p class="notice" role="alert">
      {refusal.sentence}
      {refusal.requestId && <small>request {refusal.requestId}</small>}
    </p>
  );
}
