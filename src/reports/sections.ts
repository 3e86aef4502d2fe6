import type { CheckEvidence, PlannedCheck } from '../evidence/types.ts';

/** Checks of one section of one checklist, which stand together in the documents. */
export interface Section {
  readonly checklist: string;
  /** `webhook_2can`: what stands before the `›`; the checklist's name when the source names no section. */
  readonly title: string;
  /** `POST /`: what stands behind it; empty when there is nothing. */
  readonly part: string;
}

/** The section a check belongs to. */
export function sectionOf({ checklist, source }: PlannedCheck): Section {
  const [title = checklist, ...parts] = source?.section?.split(' › ') ?? [];
  return { checklist, title, part: parts.join(' › ') };
}

/** A key that is equal for checks of the same section. */
export function sectionKey(check: PlannedCheck): string {
  const { checklist, title, part } = sectionOf(check);
  return JSON.stringify([checklist, title, part]);
}

/** Each check with what changed since the one before it: where a new title or a new part begins. */
export async function* withSections(checks: AsyncIterable<CheckEvidence>): AsyncIterable<{
  readonly check: CheckEvidence;
  readonly section: Section;
  readonly newTitle: boolean;
  readonly newPart: boolean;
}> {
  let last: Section | undefined;
  for await (const check of checks) {
    const section = sectionOf(check);
    const newTitle = last?.title !== section.title || last.checklist !== section.checklist;
    yield { check, section, newTitle, newPart: newTitle || last?.part !== section.part };
    last = section;
  }
}
