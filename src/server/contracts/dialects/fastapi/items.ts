import type { ParsedRequest, Violation } from '../../../../contract/types.ts';
import { stepsTo } from '../steps.ts';
import { formatComplaint } from './formats.ts';
import { type Complaint, keywordComplaint } from './keywords.ts';

/** One element of `detail`, as Pydantic v2 writes it. */
export interface ValidationItem extends Complaint {
  readonly loc: readonly (string | number)[];
  readonly input: unknown;
}

/** Words violations as Pydantic does: one item for each place, the first thing that is wrong there. */
export function validationItems(
  violations: readonly Violation[],
  request: ParsedRequest,
): readonly ValidationItem[] {
  const items = new Map<string, ValidationItem>();
  for (const violation of violations) {
    const item = toItem(violation, request);
    const place = JSON.stringify(item.loc);
    if (!items.has(place)) items.set(place, item);
  }
  return [...items.values()];
}

function toItem(violation: Violation, request: ParsedRequest): ValidationItem {
  const { type, msg, ctx } = formatComplaint(violation) ?? keywordComplaint(violation);
  const loc = [violation.in === 'content-type' ? 'body' : violation.in, ...stepsIn(violation)];
  return { type, loc, msg, input: inputOf(violation, request), ...(ctx && { ctx }) };
}

/** In broken JSON the position is all there is. */
function stepsIn(violation: Violation): readonly (string | number)[] {
  const { position } = violation.params;
  return typeof position === 'number' ? [position] : stepsTo(violation);
}

function inputOf({ keyword, input }: Violation, { body }: ParsedRequest): unknown {
  if (keyword === 'syntax') return {};
  return input ?? (keyword === 'content-type' && typeof body === 'string' ? body : null);
}
