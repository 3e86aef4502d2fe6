import { isObject } from '../../../contract/json.ts';
import type { Parameter } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import type { Comparison, OperationPair } from './comparison.ts';
import { compareContents } from './content.ts';
import { parameterWords } from './names.ts';
import { placeOfParameter, pointerOfParameter } from './parameter-place.ts';
import { compareSchemas } from './schemas.ts';

/** What may stand in a parameter: its schema, or the media type it is written in. */
export function compareParameterValues(
  old: Parameter,
  fresh: Parameter,
  pair: OperationPair,
  comparison: Comparison,
): readonly RawChange[] {
  const isSentAlways = isAlwaysSent(old, pair, comparison);
  return schemaChanges(old, fresh, pair, comparison)
    .map((change) => (fresh.in === 'header' ? { ...change, rule: inHeader(change.rule) } : change))
    .filter(({ rule }) => !isSentAlways || !rule.startsWith('request-parameter-default-value'));
}

/**
 * What clients must send anyway is never filled in by a default. Path parameters are always required, but where a document
 * does not say so, some routers let them be left out.
 */
function isAlwaysSent(parameter: Parameter, { old }: OperationPair, comparison: Comparison): boolean {
  const written = placeOfParameter(parameter, old, comparison.old)?.value;
  return isObject(written) ? written.required === true : parameter.required;
}

const headerRules: Readonly<Record<string, string>> = {
  'new-required-request-property': 'new-required-request-header-property',
  'request-property-became-required': 'request-header-property-became-required',
  'request-parameter-property-became-enum': 'request-header-property-became-enum',
};

const inHeader = (rule: string): string => headerRules[rule] ?? rule;

function schemaChanges(
  old: Parameter,
  fresh: Parameter,
  pair: OperationPair,
  comparison: Comparison,
): readonly RawChange[] {
  const place = {
    operation: pair.name,
    root: 'request-parameter',
    part: 'request-parameter-property',
    subject: parameterWords(fresh),
    unpromised: pair.unpromised,
  } as const;
  if (old.content && fresh.content) {
    const pointer = pointerOfParameter(fresh, pair.new, comparison.new);
    const formerPointer = pointerOfParameter(old, pair.old, comparison.old);
    const contents = { ...place, pointer, formerPointer, request: true };
    return compareContents(old.content, fresh.content, contents, comparison);
  }
  if (old.schema === undefined && fresh.schema === undefined) return [];
  return compareSchemas(old.schema ?? true, fresh.schema ?? true, { ...place, manner: 'text' }, comparison);
}
