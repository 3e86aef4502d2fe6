import { texts } from '../../../contract/document/members.ts';
import type { Json, JsonObject } from '../../../contract/json.ts';
import { memo } from '../../../contract/memo.ts';
import { canonical } from '../../../contract/schema/canonical.ts';
import { isSchema, schemasIn } from '../../../contract/schema/parts.ts';
import type { Contract } from '../../../contract/types.ts';
import { listedTypes, listedValues } from './bare-alternatives.ts';
import type { Form, FormOf, Group } from './form.ts';
import { type Combine, createCombine } from './interning.ts';
import { isWithin } from './limits-of-values.ts';
import { mergeKeywords, mergeMaps } from './merge.ts';
import { isNull, onlyBranch, type Parts, partsOf } from './parts.ts';
import { intersectTypes, typesOfValues } from './type-names.ts';

/** Forms of the schemas of one contract. */
export function createFormOf({ schemaAt }: Pick<Contract, 'schemaAt'>): FormOf {
  const combine = createCombine(schemaAt);
  const formOf = memo((schema: JsonObject) => build(partsOf(schema, schemaAt), combine));
  return (schema) => {
    if (typeof schema === 'boolean') return schema ? anything : nothing;
    return formOf(schema);
  };
}

function build({ objects, impossible, nullable }: Parts, combine: Combine): Form {
  const keywords = mergeKeywords(objects, combine);
  const values = allowedValues(objects)?.filter((value) => isWithin(value, keywords));
  const groups = objects.flatMap(groupsOf);
  const said = intersectTypes(
    objects.flatMap((part) => [
      ...(part.type === undefined ? [] : [[part.type].flat()]),
      ...listedTypes(part),
    ]),
  );
  const types = said ?? (values && typesOfValues(values));
  return {
    impossible: impossible || types?.size === 0,
    types: types && new Set([...types].filter((type) => type !== 'null')),
    typesAreListed: objects.some((part) => listedTypes(part).length > 0),
    nullable: nullable || (types ? types.has('null') : groups.every(({ nullable: holds }) => holds)),
    values: values?.filter((value) => value !== null),
    isConst: objects.some((part) => part.const !== undefined),
    formats: textsOf(objects, 'format'),
    patterns: new Set([...textsOf(objects, 'pattern')].filter((pattern) => !matchesAnything.has(pattern))),
    properties: mergeMaps(
      objects.map(({ properties }) => properties),
      combine,
    ),
    required: new Set(objects.flatMap(({ required }) => texts(required))),
    groups: groups.map(({ group }) => group),
    excluded: objects.flatMap(({ not }) => (isSchema(not) ? [not] : [])),
    keywords,
    parts: objects,
  };
}

const matchesAnything = new Set(['', '.*', '^.*$', '^', '$', '^.*', '.*$', '^[\\s\\S]*$']);

function textsOf(parts: readonly JsonObject[], keyword: string): ReadonlySet<string> {
  return new Set(texts(parts.flatMap((part) => part[keyword] ?? [])));
}

/** The values that every `enum` and `const` allows. An empty `enum`, which JSON Schema forbids, allows none. */
function allowedValues(parts: readonly JsonObject[]): readonly Json[] | undefined {
  const lists = parts.flatMap((part): Json[][] => [
    ...(Array.isArray(part.enum) ? [part.enum] : []),
    ...(part.const === undefined ? [] : [[part.const]]),
    ...listedValues(part),
  ]);
  const [first, ...others] = lists;
  return others.reduce((left, list) => {
    const allowed = new Set(list.map(canonical));
    return left?.filter((value) => allowed.has(canonical(value)));
  }, first);
}

function groupsOf({ anyOf = [], oneOf = [] }: JsonObject): { group: Group; nullable: boolean }[] {
  if (onlyBranch({ anyOf, oneOf })) return [];
  const kinds = [
    { kind: 'any-of', all: schemasIn(anyOf), lists: [...listedTypes({ anyOf }), ...listedValues({ anyOf })] },
    { kind: 'one-of', all: schemasIn(oneOf), lists: [...listedTypes({ oneOf }), ...listedValues({ oneOf })] },
  ] as const;
  return kinds.flatMap(({ kind, all, lists }) => {
    const branches = all.filter((branch) => !isNull(branch));
    return branches.length === 0 || lists.length > 0
      ? []
      : [{ group: { kind, branches }, nullable: branches.length < all.length }];
  });
}

const empty: Form = {
  impossible: false,
  types: undefined,
  typesAreListed: false,
  nullable: true,
  values: undefined,
  isConst: false,
  formats: new Set(),
  patterns: new Set(),
  properties: new Map(),
  required: new Set(),
  groups: [],
  excluded: [],
  keywords: {},
  parts: [],
};
const anything: Form = empty;
const nothing: Form = { ...empty, impossible: true, nullable: false };
