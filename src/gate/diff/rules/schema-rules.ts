import { allKinds, type Departure, type KindRow, levelOf } from '../schema/kinds.ts';
import type { Area, Direction, Level, Rule } from '../types.ts';

/** The places where a schema stands, as ids begin with them. */
export const subjects = {
  'request-body': { direction: 'request', area: 'schema', name: 'a request body' },
  'request-property': { direction: 'request', area: 'schema', name: 'a property of a request body' },
  'request-parameter': { direction: 'request', area: 'parameters', name: 'a parameter' },
  'request-parameter-property': {
    direction: 'request',
    area: 'parameters',
    name: 'a property of a parameter',
  },
  'response-body': { direction: 'response', area: 'schema', name: 'a response body' },
  'response-property': { direction: 'response', area: 'schema', name: 'a property of a response body' },
  'response-header': { direction: 'response', area: 'headers', name: 'a response header' },
} as const satisfies Record<string, { direction: Direction; area: Area; name: string }>;

export type Subject = keyof typeof subjects;

/** The id of a kind of schema change in one place: `request-property-max-length-decreased`. */
export function schemaRuleId(kind: string, row: KindRow, subject: Subject): string {
  const departure: Departure = row[subjects[subject].direction] ?? {};
  return departure.id ?? `${subject}-${departure.as ?? kind}`;
}

/** What holds in one place only. */
const levelsOfTheirOwn: Readonly<Record<string, Level>> = {
  // Who leaves an optional parameter out gets another answer than before.
  'request-parameter-default-value-added': 'error',
  'request-parameter-default-value-changed': 'error',
  'request-parameter-default-value-removed': 'error',
};

/** Every kind in every place where it may occur: one row an id. */
export function schemaRules(): readonly Rule[] {
  const rules = Object.keys(subjects).filter(isSubject).flatMap(rulesOf);
  return [...new Map(rules.toReversed().map((rule) => [rule.id, rule])).values()].toReversed();
}

/** Values as a whole, which have subjects of their own for their parts. */
const wholes: ReadonlySet<string> = new Set(['request-body', 'request-parameter', 'response-body']);

const isSubject = (name: string): name is Subject => Object.hasOwn(subjects, name);

function rulesOf(subject: Subject): readonly Rule[] {
  const { direction, area, name } = subjects[subject];
  return allKinds
    .filter(([, row]) => !row[direction]?.never && !row[direction]?.as)
    .filter(([, row]) => !row.ofProperties || !wholes.has(subject))
    .map(([kind, row]) => {
      const id = schemaRuleId(kind, row, subject);
      const level = levelsOfTheirOwn[id] ?? levelOf(row, direction);
      const { id: named } = row[direction] ?? {};
      const place = named ? (direction === 'request' ? 'a request' : 'a response') : name;
      return { id, level, direction, area, sentence: `In ${place}, ${row.title}.` };
    });
}
