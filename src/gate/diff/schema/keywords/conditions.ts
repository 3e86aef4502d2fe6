import { isSchema } from '../../../../contract/schema/parts.ts';
import type { Change, Child, Compared, Pair } from '../change.ts';
import type { Form } from '../form.ts';

const branches = ['then', 'else'] as const;

/** `if`, `then`, `else`. A condition that applies to other values than before is not judged. */
export function compareConditions(pair: Pair): Compared {
  if (!isConditional(pair.old) && !isConditional(pair.new)) return { changes: [], children: [] };
  const found: Compared[] = [condition(pair), ...branches.map((branch) => consequence(pair, branch))];
  return {
    changes: found.flatMap(({ changes }) => changes),
    children: found.flatMap(({ children }) => children),
  };
}

/** JSON Schema 2020-12 section 10.2.2: neither `if` nor `then` says anything without the other. */
const isConditional = ({ keywords }: Form): boolean =>
  isSchema(keywords.if) && branches.some((branch) => isSchema(keywords[branch]));

function condition({ old, new: fresh, differ }: Pair): Compared {
  const keyword = 'if';
  const before = old.keywords.if;
  const after = fresh.keywords.if;
  const change = {
    keyword,
    left: 'values that break the condition',
    entered: 'values that broke the condition',
  };
  if (!isSchema(before)) return { changes: [{ ...change, kind: 'if-added' }], children: [] };
  if (!isSchema(after)) return { changes: [{ ...change, kind: 'if-removed' }], children: [] };
  if (!differ(before, after)) return { changes: [], children: [] };
  return {
    changes: [{ kind: 'if-changed', keyword, note: 'the condition applies to other values than before' }],
    children: [],
  };
}

function consequence({ old, new: fresh }: Pair, keyword: 'then' | 'else'): Compared {
  const before = old.keywords[keyword];
  const after = fresh.keywords[keyword];
  const child: Child[] =
    isSchema(before) && isSchema(after) ? [{ old: before, new: after, step: keyword, inPlace: true }] : [];
  const values = `values that break "${keyword}"`;
  const changes: Change[] = [];
  if (!isSchema(before) && isSchema(after)) changes.push({ kind: `${keyword}-added`, keyword, left: values });
  if (isSchema(before) && !isSchema(after))
    changes.push({ kind: `${keyword}-removed`, keyword, entered: values });
  return { changes, children: child };
}
