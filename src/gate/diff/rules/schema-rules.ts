import type { Departure, KindRow } from '../schema/kinds/row.ts';
import { allKinds, levelOf } from '../schema/kinds.ts';
import type { Direction, Rule } from '../types.ts';

/** The places where a schema stands, as ids begin with them. */
export const subjects = {
  'request-body': { direction: 'request', name: 'a request body' },
  'request-property': { direction: 'request', name: 'a property of a request body' },
  'request-parameter': { direction: 'request', name: 'a parameter' },
  'request-parameter-property': { direction: 'request', name: 'a property of a parameter' },
  'response-body': { direction: 'response', name: 'a response body' },
  'response-property': { direction: 'response', name: 'a property of a response body' },
  'response-header': { direction: 'response', name: 'a response header' },
} as const satisfies Record<string, { direction: Direction; name: string }>;

export type Subject = keyof typeof subjects;

/** The id of a kind of schema change in one place: `request-property-max-length-decreased`. */
export function schemaRuleId(kind: string, row: KindRow, subject: Subject): string {
  const { id, as } = departureOf(row, subject);
  return id ?? `${subject}-${as ?? kind}`;
}

/** Changes of properties that never travel in a direction, where they go by a name of their own. */
const hidden: Readonly<Record<Direction, { readonly prefix: string; readonly kinds: ReadonlySet<string> }>> =
  {
    request: {
      prefix: 'request-read-only-property',
      kinds: new Set([
        ...['enum-value-removed', 'max-decreased', 'exclusive-max-decreased'],
        ...['max-length-decreased', 'min-increased', 'exclusive-min-increased'],
      ]),
    },
    response: { prefix: 'response-write-only-property', kinds: new Set(['enum-value-added']) },
  };

/** `request-read-only-property-max-decreased`; undefined where the kind goes by its usual id, as a mere note. */
export function hiddenRuleId(kind: string, direction: Direction): string | undefined {
  const { prefix, kinds } = hidden[direction];
  return kinds.has(kind) ? `${prefix}-${kind}` : undefined;
}

function hiddenRules(): readonly Rule[] {
  return directions.flatMap((direction) => {
    const name =
      direction === 'request' ? 'read-only property of a request' : 'write-only property of a response';
    return allKinds.flatMap(([kind, { title }]): Rule[] => {
      const id = hiddenRuleId(kind, direction);
      return id === undefined ? [] : [{ id, level: 'info', sentence: `In a ${name}, ${title}.` }];
    });
  });
}

const directions = ['request', 'response'] as const;

/** Every kind in every place where it may occur: one row an id. */
export function schemaRules(): readonly Rule[] {
  const rules = [...Object.keys(subjects).filter(isSubject).flatMap(rulesOf), ...hiddenRules()];
  return [...new Map(rules.toReversed().map((rule) => [rule.id, rule])).values()].toReversed();
}

/** Values as a whole, which have subjects of their own for their parts. */
const wholes: ReadonlySet<string> = new Set(['request-body', 'request-parameter', 'response-body']);

const isSubject = (name: string): name is Subject => Object.hasOwn(subjects, name);

function rulesOf(subject: Subject): readonly Rule[] {
  const { direction, name } = subjects[subject];
  return allKinds
    .map(([kind, row]) => ({ kind, row, departure: departureOf(row, subject) }))
    .filter(({ departure }) => !departure.never && !departure.as)
    .filter(({ row }) => !row.ofProperties || !wholes.has(subject))
    .map(({ kind, row, departure }) => {
      const place = departure.id ? (direction === 'request' ? 'a request' : 'a response') : name;
      return {
        id: schemaRuleId(kind, row, subject),
        level: levelOf(row, direction, departure),
        sentence: `In ${place}, ${row.title}.`,
      };
    });
}

function departureOf({ at, ...row }: KindRow, subject: Subject): Departure {
  return at?.[subject] ?? row[subjects[subject].direction] ?? {};
}
