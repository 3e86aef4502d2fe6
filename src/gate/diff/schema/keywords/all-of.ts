import type { JsonObject } from '../../../../contract/json.ts';
import { canonical } from '../../../../contract/schema/canonical.ts';
import { schemasIn } from '../../../../contract/schema/parts.ts';
import type { Schema } from '../../../../contract/types.ts';
import { matchUp } from '../../match-up.ts';
import type { Change, CompareKeyword, Pair } from '../change.ts';
import { constraints } from '../constraints.ts';
import type { Form } from '../form.ts';
import { branchName } from '../match-branches.ts';

/**
 * An `allOf` that grew or shrank. What its schemas say is merged and compared like everything else, and moving words into
 * an `allOf` or out of it is no change; but a schema that joins a list both documents have is told, whatever it says.
 */
export const compareAllOf: CompareKeyword = (pair): readonly Change[] => {
  const before = holderOf(pair.old);
  const after = holderOf(pair.new);
  if (!before || !after || !saySame(before, after)) return [];
  const { removed, added } = matchMembers(schemasIn(before.allOf), schemasIn(after.allOf), pair);
  // One for another is a schema that was rewritten: its words are compared.
  if (removed.length > 0 && added.length > 0) return [];
  return [
    ...added.map((schema) => ({ ...words(schema, 'joined'), kind: kindOf(schema, 'added') })),
    ...removed.map((schema) => ({ ...words(schema, 'left'), kind: kindOf(schema, 'removed') })),
  ];
};

/** The outermost schema object with an `allOf`. */
function holderOf({ parts }: Form): JsonObject | undefined {
  return parts.find(({ allOf }) => schemasIn(allOf).length > 0);
}

/** Beside their `allOf`. */
function saySame(one: JsonObject, other: JsonObject): boolean {
  return canonical(constraints({ ...one, allOf: [] })) === canonical(constraints({ ...other, allOf: [] }));
}

const byName = (one: Schema, other: Schema): boolean =>
  branchName(one) !== undefined && branchName(one) === branchName(other);

/** What it has in common is found out step by step: most lists stay as they are, and meaning is dear. */
function matchMembers(old: readonly Schema[], fresh: readonly Schema[], pair: Pair) {
  const first = matchUp(old, fresh, [byName, pair.unchanged]);
  if (first.removed.length === first.added.length) return first;
  return matchUp(first.removed, first.added, [(one, other) => !pair.differ(one, other)]);
}

function words(schema: Schema, went: 'joined' | 'left'): Pick<Change, 'keyword' | 'note'> {
  const name = branchName(schema);
  const what = name === undefined ? 'a schema' : `the schema ${name}`;
  const effect = went === 'joined' ? 'values must fit it, too' : 'values need no longer fit it';
  return { keyword: 'allOf', note: `${what} ${went} allOf: ${effect}` };
}

function kindOf<End extends 'added' | 'removed'>(
  schema: Schema,
  end: End,
): `all-of-${End}` | `all-of-${End}-annotation-only` {
  const says = typeof schema === 'boolean' ? !schema : Object.keys(constraints(schema)).length > 0;
  return says ? `all-of-${end}` : `all-of-${end}-annotation-only`;
}
