import type { Json } from '../json.ts';
import { canonical } from '../schema/canonical.ts';
import type { Facet } from '../schema/facets.ts';

/** The largest of a bound that several schemas set, `otherwise` when none does. */
export function largest(facets: readonly Facet[], keyword: string, otherwise: number): number {
  return Math.max(otherwise, ...numbers(facets, keyword));
}

/** The smallest of a bound that several schemas set. */
export function smallest(facets: readonly Facet[], keyword: string, otherwise: number): number {
  return Math.min(otherwise, ...numbers(facets, keyword));
}

export function numbers(facets: readonly Facet[], keyword: string): number[] {
  return facets.flatMap(({ schema }) => {
    const value = schema[keyword];
    return typeof value === 'number' ? [value] : [];
  });
}

export function texts(facets: readonly Facet[], keyword: string): string[] {
  return facets.flatMap(({ schema }) => {
    const value = schema[keyword];
    return typeof value === 'string' ? [value] : [];
  });
}

/** Values that every `enum` and `const` allows; undefined when there are none of these keywords. */
export function allowedValues(facets: readonly Facet[]): Json[] | undefined {
  const lists = facets.flatMap(({ schema }): Json[][] => {
    const constant = schema.const === undefined ? [] : [[schema.const]];
    return Array.isArray(schema.enum) ? [...constant, schema.enum] : constant;
  });
  const [first, ...others] = lists;
  const known = others.map((list) => new Set(list.map(canonical)));
  return first?.filter((value) => known.every((texts) => texts.has(canonical(value))));
}

const inferred: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ['object', ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties']],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'uniqueItems']],
  ['string', ['pattern', 'format', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** Types that all schemas allow, in the order of the first; guessed from other keywords where none says. */
export function allowedTypes(facets: readonly Facet[]): string[] {
  const lists = facets.flatMap(({ schema: { type } }) => {
    if (typeof type === 'string') return [[type]];
    return Array.isArray(type) ? [type.map(String)] : [];
  });
  const [first, ...others] = lists;
  if (!first) return [guess(facets)];
  return first.flatMap((type) => {
    const narrowed = others.reduce((current, list) => narrow(current, list), type);
    return narrowed === '' ? [] : [narrowed];
  });
}

/** `number` and `integer` agree on `integer`. */
function narrow(type: string, allowed: readonly string[]): string {
  if (allowed.includes(type)) return type;
  if (type === 'number' && allowed.includes('integer')) return 'integer';
  return type === 'integer' && allowed.includes('number') ? 'integer' : '';
}

function guess(facets: readonly Facet[]): string {
  const has = (keyword: string) => facets.some(({ schema }) => keyword in schema);
  return inferred.find(([, keywords]) => keywords.some(has))?.[0] ?? 'string';
}
