import { isObject, type Json } from '../../../../contract/json.ts';
import { isSchema, schemasIn } from '../../../../contract/schema/parts.ts';
import type { Schema } from '../../../../contract/types.ts';
import { type Change, type Child, type Compared, joined, type Pair, told } from '../change.ts';
import { bothSpeakOf } from '../type-names.ts';
import { numberIn } from './limits.ts';
import { compareLone, schemaOf } from './lone.ts';

/** Keywords about lists. */
export function compareLists(pair: Pair): Compared {
  if (!bothSpeakOf('array', pair.old.types, pair.new.types)) return told();
  return joined(
    tuple(pair),
    items(pair),
    contains(pair),
    compareLone(pair, unevaluated),
    told(...unique(pair)),
  );
}

function items({ old, new: fresh }: Pair): Compared {
  const keyword = 'items';
  const child = { old: schemaOf(old, keyword), new: schemaOf(fresh, keyword), step: keyword };
  return { changes: [], children: [child] };
}

const unevaluated = {
  keyword: 'unevaluatedItems',
  name: 'unevaluated-items',
  values: 'lists with items that are not described',
} as const;

function tuple({ old, new: fresh }: Pair): Compared {
  const before = schemasIn(old.keywords.prefixItems);
  const after = schemasIn(fresh.keywords.prefixItems);
  const children = positions(before, after, old.keywords.items, fresh.keywords.items);
  if (before.length === after.length) return { changes: [], children };
  const change = {
    keyword: 'prefixItems',
    left: `lists with ${before.length} described positions`,
    entered: `lists with ${after.length} described positions`,
    before: `${before.length} positions`,
    after: `${after.length} positions`,
  };
  const kind = after.length > before.length ? 'prefix-items-added' : 'prefix-items-removed';
  return { changes: [{ ...change, kind }], children };
}

/** A position that only one tuple describes is described by the `items` of the other, where they say anything. */
function positions(
  before: readonly Schema[],
  after: readonly Schema[],
  oldItems: Json | undefined,
  newItems: Json | undefined,
): readonly Child[] {
  const restOf = (items: Json | undefined): Schema | undefined => (isObject(items) ? items : undefined);
  return Array.from({ length: Math.max(before.length, after.length) }).flatMap((_, index): Child[] => {
    const from = before[index] ?? restOf(oldItems);
    const to = after[index] ?? restOf(newItems);
    return from === undefined || to === undefined ? [] : [{ old: from, new: to, step: String(index) }];
  });
}

function contains({ old, new: fresh }: Pair): Compared {
  const before = old.keywords.contains;
  const after = fresh.keywords.contains;
  const values = 'lists without a matching item';
  if (!isSchema(before) && !isSchema(after)) return told();
  if (!isSchema(before)) return told({ kind: 'contains-added', keyword: 'contains', left: values });
  if (!isSchema(after)) return told({ kind: 'contains-removed', keyword: 'contains', entered: values });
  return {
    changes: [
      ...counted(numberIn(old, 'minContains') ?? 1, numberIn(fresh, 'minContains') ?? 1, 'min'),
      ...counted(
        numberIn(old, 'maxContains') ?? Number.POSITIVE_INFINITY,
        numberIn(fresh, 'maxContains') ?? Number.POSITIVE_INFINITY,
        'max',
      ),
    ],
    children: [{ old: before, new: after, step: 'contains' }],
  };
}

function counted(before: number, after: number, end: 'min' | 'max'): readonly Change[] {
  if (before === after) return [];
  const raised = after > before;
  const limit = raised === (end === 'min') ? after : before;
  const values = `lists with ${end === 'min' ? 'fewer' : 'more'} than ${limit} matching items`;
  return [
    {
      kind: `${end}-contains-${raised ? 'increased' : 'decreased'}`,
      keyword: `${end}Contains`,
      left: values,
      entered: values,
      before: String(before),
      after: String(after),
    },
  ];
}

function unique({ old, new: fresh }: Pair): readonly Change[] {
  const keyword = 'uniqueItems';
  const before = old.keywords[keyword] === true;
  if (before === (fresh.keywords[keyword] === true)) return [];
  const values = 'lists with equal items';
  return before
    ? [{ kind: 'unique-items-removed', keyword, entered: values }]
    : [{ kind: 'unique-items-added', keyword, left: values }];
}
