import { isObject, type Json } from '../../../../contract/json.ts';
import { canonical } from '../../../../contract/schema/canonical.ts';
import { schemaEntries } from '../../../../contract/schema/parts.ts';
import { type Change, type Child, type Compared, joined, type Pair, told } from '../change.ts';
import type { Form } from '../form.ts';
import { print } from '../print.ts';
import { bothSpeakOf } from '../type-names.ts';
import { compareLone, schemaOf } from './lone.ts';

/** Keywords about objects besides their named properties. */
export function compareObjects(pair: Pair): Compared {
  if (!bothSpeakOf('object', pair.old.types, pair.new.types)) return told();
  const rest = isClosedInOtherWords(pair) ? [] : [additional(pair), compareLone(pair, unevaluated)];
  return joined(
    ...rest,
    maps(pair, patternProperties),
    maps(pair, dependentSchemas),
    compareLone(pair, propertyNames),
    told(...dependentRequired(pair)),
  );
}

/**
 * `unevaluatedProperties: false` on one side, `additionalProperties: false` on the other: where no alternative and no
 * condition describes properties, both refuse the same.
 */
function isClosedInOtherWords({ old, new: fresh }: Pair): boolean {
  const isPlain = ({ groups, keywords }: Form): boolean =>
    groups.length === 0 && !['if', 'dependentSchemas'].some((keyword) => keyword in keywords);
  const isClosed = ({ keywords }: Form): boolean =>
    keywords.additionalProperties === false || keywords.unevaluatedProperties === false;
  return [old, fresh].every((form) => isPlain(form) && isClosed(form));
}

function additional({ old, new: fresh }: Pair): Compared {
  const keyword = 'additionalProperties';
  const before = schemaOf(old, keyword);
  const after = schemaOf(fresh, keyword);
  const others = 'objects with properties that are not described';
  const change = { keyword, before: print(before), after: print(after) };
  if (before === false && after === false) return told();
  if (after === false) return told({ ...change, kind: 'additional-properties-disallowed', left: others });
  if (before === false) return told({ ...change, kind: 'additional-properties-allowed', entered: others });
  return { changes: [], children: [{ old: before, new: after, step: '*' }] };
}

interface MapWords {
  readonly keyword: string;
  readonly added: Change['kind'];
  readonly removed: Change['kind'];
  readonly values: (name: string) => string;
  readonly step: (name: string) => string;
  readonly inPlace: boolean;
}

const patternProperties: MapWords = {
  keyword: 'patternProperties',
  added: 'pattern-property-added',
  removed: 'pattern-property-removed',
  values: (name) => `objects with other values under names like ${name}`,
  step: (name) => name,
  inPlace: false,
};

const dependentSchemas: MapWords = {
  keyword: 'dependentSchemas',
  added: 'dependent-schema-added',
  removed: 'dependent-schema-removed',
  values: (name) => `objects that have ${JSON.stringify(name)} and break what comes with it`,
  step: (name) => `dependentSchemas(${name})`,
  inPlace: true,
};

/** A map of schemas, name by name. */
function maps({ old, new: fresh }: Pair, words: MapWords): Compared {
  const { keyword, values } = words;
  const before = new Map(schemaEntries(old.keywords[keyword]));
  const after = new Map(schemaEntries(fresh.keywords[keyword]));
  const changes: Change[] = [];
  const children: Child[] = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const from = before.get(name);
    const to = after.get(name);
    if (from !== undefined && to !== undefined) {
      const inPlace = words.inPlace ? ({ inPlace: true } as const) : {};
      children.push({ old: from, new: to, step: words.step(name), ...inPlace });
    } else if (to !== undefined) changes.push({ kind: words.added, keyword, left: values(name) });
    else changes.push({ kind: words.removed, keyword, entered: values(name) });
  }
  return { changes, children };
}

const propertyNames = {
  keyword: 'propertyNames',
  name: 'property-names',
  values: 'objects with other property names',
} as const;

const unevaluated = {
  keyword: 'unevaluatedProperties',
  name: 'unevaluated-properties',
  values: 'objects with properties that are not described',
} as const;

function dependentRequired({ old, new: fresh }: Pair): readonly Change[] {
  const keyword = 'dependentRequired';
  const before = entriesOf(old.keywords[keyword]);
  const after = entriesOf(fresh.keywords[keyword]);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): Change[] => {
    const from = before.get(name);
    const to = after.get(name);
    if (canonical(from) === canonical(to)) return [];
    const change = { keyword, before: print(from), after: print(to) };
    const values = `objects with ${JSON.stringify(name)} and without`;
    if (from === undefined)
      return [{ ...change, kind: 'dependent-required-added', left: `${values} ${change.after}` }];
    if (to === undefined)
      return [{ ...change, kind: 'dependent-required-removed', entered: `${values} ${change.before}` }];
    const words = { left: `${values} ${change.after}`, entered: `${values} ${change.before}` };
    return [{ ...change, ...words, kind: 'dependent-required-changed' }];
  });
}

function entriesOf(value: Json | undefined): ReadonlyMap<string, Json> {
  return new Map(isObject(value) ? Object.entries(value).map(([name, list]) => [name, sorted(list)]) : []);
}

const sorted = (list: Json): Json => (Array.isArray(list) ? list.toSorted() : list);
