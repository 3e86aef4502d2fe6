import { memo } from '../../src/contract/memo.ts';
import type { Operation } from '../../src/contract/types.ts';
import type { Choice, Slots } from '../types.ts';

/** `Accept` headers remembered for each operation: real clients send a few. */
const mostAccepts = 32;

/**
 * Negotiates once for each operation and `Accept` header where nothing else decides: no preference, no behaviour, no
 * violation. The same choice is given again, so that what was made for it can be found by it.
 */
export function rememberChoices(negotiate: Slots['negotiate']): Slots['negotiate'] {
  const known = memo((_: Operation) => new Map<string | undefined, Choice>());
  return (checked, behaved) => {
    const { operation, request, incoming } = checked.routed;
    if (behaved !== undefined || checked.violations.length > 0 || incoming.preferences.applied.length > 0) {
      return negotiate(checked, behaved);
    }
    const { accept } = request.headers;
    const ofOperation = known(operation);
    const remembered = ofOperation.get(accept);
    if (remembered !== undefined) return remembered;
    const choice = negotiate(checked, behaved);
    if (choice.kind === 'choice' && ofOperation.size < mostAccepts) ofOperation.set(accept, choice);
    return choice;
  };
}
