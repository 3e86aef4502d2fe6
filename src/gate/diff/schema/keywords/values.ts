import { list } from '../../../../contract/document/members.ts';
import type { Json } from '../../../../contract/json.ts';
import { canonical } from '../../../../contract/schema/canonical.ts';
import type { Change, Pair } from '../change.ts';
import { print, printAll } from '../print.ts';

/** `enum` and `const`: values by name. */
export function compareValues(pair: Pair): readonly Change[] {
  return [...closedLists(pair), ...extensibleLists(pair), ...defaults(pair)];
}

function closedLists({ old, new: fresh, asText }: Pair): readonly Change[] {
  if (!old.values && !fresh.values) return [];
  const keyword = (fresh.values ? fresh : old).isConst ? 'const' : 'enum';
  if (!old.values) return [listed(keyword, fresh.values ?? [])];
  if (!fresh.values) return [unlisted(keyword, old.values)];
  const lost = without(old.values, fresh.values, asText);
  const won = without(fresh.values, old.values, asText);
  if (old.isConst && fresh.isConst && lost.length > 0) {
    return [
      { kind: 'const-changed', keyword, left: valuesOf(lost), entered: valuesOf(won), ...shown(old, fresh) },
    ];
  }
  return [
    ...(lost.length > 0 ? [{ kind: 'enum-value-removed', keyword, left: valuesOf(lost) } as const] : []),
    ...(won.length > 0 ? [{ kind: 'enum-value-added', keyword, entered: valuesOf(won) } as const] : []),
  ].map((change) => ({ ...change, ...shown(old, fresh) }));
}

function listed(keyword: 'const' | 'enum', values: readonly Json[]): Change {
  const kind = keyword === 'const' ? 'const-added' : 'became-enum';
  return { kind, keyword, left: othersThan(values), after: printAll(values) };
}

function unlisted(keyword: 'const' | 'enum', values: readonly Json[]): Change {
  const kind = keyword === 'const' ? 'const-removed' : 'enum-removed';
  return { kind, keyword, entered: othersThan(values), before: printAll(values) };
}

const shown = (old: Pair['old'], fresh: Pair['new']) => ({
  before: printAll(old.values ?? []),
  after: printAll(fresh.values ?? []),
});

const valuesOf = (values: readonly Json[]): string => `values like ${printAll(values)}`;
const othersThan = (values: readonly Json[]): string => `values other than ${printAll(values)}`;

function without(values: readonly Json[], others: readonly Json[], asText: boolean): readonly Json[] {
  const key = (value: Json): string => canonical(asText && typeof value !== 'object' ? String(value) : value);
  const known = new Set(others.map(key));
  return values.filter((value) => !known.has(key(value)));
}

/** `x-extensible-enum` (Zalando's guidelines): clients expect further values, servers still refuse unknown ones. */
function extensibleLists({ old, new: fresh }: Pair): readonly Change[] {
  const keyword = 'x-extensible-enum';
  const lost = without(list(old.keywords[keyword]), list(fresh.keywords[keyword]), false);
  if (lost.length === 0 || fresh.keywords[keyword] === undefined) return [];
  return [{ kind: 'x-extensible-enum-value-removed', keyword, left: valuesOf(lost) }];
}

function defaults({ old, new: fresh }: Pair): readonly Change[] {
  const before = old.keywords.default;
  const after = fresh.keywords.default;
  if (canonical(before) === canonical(after)) return [];
  const change = { keyword: 'default', before: print(before), after: print(after) };
  if (before === undefined)
    return [{ ...change, kind: 'default-value-added', note: `the default is now ${change.after}` }];
  if (after === undefined)
    return [{ ...change, kind: 'default-value-removed', note: `${change.before} is no longer the default` }];
  return [
    {
      ...change,
      kind: 'default-value-changed',
      note: `the default is now ${change.after}, it was ${change.before}`,
    },
  ];
}
