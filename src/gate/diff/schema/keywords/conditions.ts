import { isSchema } from '../../../../contract/schema/parts.ts';
import { type Change, type Compared, joined, type Pair, told } from '../change.ts';
import type { Form } from '../form.ts';
import { compareLone } from './lone.ts';

const branches = ['then', 'else'] as const;

/** `if`, `then`, `else`. A condition that applies to other values than before is not judged. */
export function compareConditions(pair: Pair): Compared {
  if (!isConditional(pair.old) && !isConditional(pair.new)) return told();
  return joined(
    told(...condition(pair)),
    ...branches.map((branch) =>
      compareLone(pair, {
        keyword: branch,
        name: branch,
        values: `values that break "${branch}"`,
        inPlace: true,
      }),
    ),
  );
}

/** JSON Schema 2020-12 section 10.2.2: neither `if` nor `then` says anything without the other. */
const isConditional = ({ keywords }: Form): boolean =>
  isSchema(keywords.if) && branches.some((branch) => isSchema(keywords[branch]));

function condition({ old, new: fresh, differ }: Pair): readonly Change[] {
  const keyword = 'if';
  const before = old.keywords.if;
  const after = fresh.keywords.if;
  const change = {
    keyword,
    left: 'values that break the condition',
    entered: 'values that broke the condition',
  };
  if (!isSchema(before)) return [{ ...change, kind: 'if-added' }];
  if (!isSchema(after)) return [{ ...change, kind: 'if-removed' }];
  if (!differ(before, after)) return [];
  return [{ kind: 'if-changed', keyword, note: 'the condition applies to other values than before' }];
}
