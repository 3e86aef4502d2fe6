import type { Level, RawChange, Rule } from '../types.ts';
import { messageRules } from './message-rules.ts';
import { operationRules } from './operation-rules.ts';
import { schemaRules } from './schema-rules.ts';

const written = { ...operationRules, ...messageRules };

/** Ids of the rules that are written row by row; those about schemas are made of kinds and places. */
export type WrittenRuleId = keyof typeof written;

/** Every rule, one row an id. To add one see docs/add-a-rule.md. */
export const rules: readonly Rule[] = [
  ...Object.entries(written).map(([id, [level, sentence]]) => ({ id, level, sentence })),
  ...schemaRules(),
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export const findRule = (id: string): Rule | undefined => byId.get(id);

/** Levels that differ from the registry's, by rule id. */
export type Levels = ReadonlyMap<string, Level>;

const undated = [
  'api-deprecated-sunset-missing',
  'request-parameter-deprecated-sunset-missing',
  'request-property-deprecated-sunset-missing',
  'response-property-deprecated-sunset-missing',
];

/** Where clients are promised a notice of so many days, deprecating without a date is an error, unless a level says otherwise. */
export function withNotice(levels: Levels, noticeDays: number | undefined): Levels {
  if (noticeDays === undefined) return levels;
  return new Map([...undated.map((id) => [id, 'error'] as const), ...levels]);
}

/** The level of a change; a rule that is missing from the registry is a defect. */
export function levelOfChange({ rule, level, unpromised }: RawChange, levels: Levels): Level {
  const own = byId.get(rule)?.level;
  if (own === undefined) throw new Error(`the rule ${rule} is not registered`);
  return unpromised ? 'info' : (levels.get(rule) ?? level ?? own);
}
