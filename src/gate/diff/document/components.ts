import { object } from '../../../contract/document/members.ts';
import { escapeStep } from '../../../contract/document/pointer.ts';
import { isObject, type Json } from '../../../contract/json.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, oldPlace, tell } from './comparison.ts';

const holder = '/components/schemas';

/**
 * Schemas that lost their name: a type that generated clients no longer have. A document that only writes out in place
 * what it used to name says what it said; there, nothing is told.
 */
export function compareComponents(
  { old, new: fresh }: Comparison,
  others: readonly RawChange[],
): readonly RawChange[] {
  const after = object(fresh.find(holder)?.value);
  const removed = Object.keys(object(old.find(holder)?.value)).filter((name) => !Object.hasOwn(after, name));
  if (removed.length === 0) return [];
  const used = others.length > 0 ? new Set<string>() : references(old.contract.document);
  return removed
    .filter((name) => !used.has(`#${holder}/${escapeStep(name)}`))
    .map((name) =>
      tell('', {
        rule: 'api-schema-removed',
        subject: `schema ${name}`,
        message: 'generated clients no longer have a type of that name',
        place: fresh.find(holder) ? newPlace(holder) : oldPlace(holder, escapeStep(name)),
        was: oldPlace(holder, escapeStep(name)),
      }),
    );
}

/** Every `$ref` of a document. */
function references(document: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: Json): void => {
    if (isObject(value) && typeof value.$ref === 'string') found.add(value.$ref);
    if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) visit(child);
  };
  visit(document);
  return found;
}
