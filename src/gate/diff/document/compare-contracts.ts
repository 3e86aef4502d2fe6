import type { Contract } from '../../../contract/types.ts';
import type { Calendar } from '../calendar.ts';
import { createComparer, type SchemaComparer } from '../schema/compare.ts';
import { createUnchanged } from '../schema/unchanged.ts';
import type { RawChange } from '../types.ts';
import { matchCallbacks } from './callbacks.ts';
import type { Comparison, OperationPair } from './comparison.ts';
import { compareComponents } from './components.ts';
import { compareOperation } from './operation.ts';
import { compareOperations } from './operations.ts';
import { compareGlobalSecurity } from './security.ts';
import { compareSecuritySchemes } from './security-schemes.ts';
import { compareServers } from './servers.ts';
import { createSide } from './side.ts';
import { createUntouched } from './untouched.ts';

/** Every difference between two contracts that a rule knows, in the order of the new document. */
export function compareContracts(old: Contract, fresh: Contract, calendar: Calendar): readonly RawChange[] {
  const comparison = createComparison(old, fresh, calendar);
  const { changes, pairs } = compareOperations(comparison);
  const isUntouched = createUntouched(comparison.old, comparison.new);
  const found = [
    ...compareServers(comparison),
    ...compareSecuritySchemes(comparison),
    ...compareGlobalSecurity(comparison),
    ...changes,
    ...pairs.filter((pair) => !isUntouched(pair)).flatMap((pair) => compareWithCallbacks(pair, comparison)),
  ];
  return [...compareComponents(comparison, found), ...found];
}

function compareWithCallbacks(pair: OperationPair, comparison: Comparison): readonly RawChange[] {
  const { changes, pairs } = matchCallbacks(pair);
  return [
    ...compareOperation(pair, comparison),
    ...changes,
    ...pairs.flatMap((callback) => compareOperation(callback, comparison)),
  ];
}

function createComparison(old: Contract, fresh: Contract, calendar: Calendar): Comparison {
  const before = createSide('old', old);
  const after = createSide('new', fresh);
  const unchanged = createUnchanged(old.schemaAt, fresh.schemaAt);
  const forms = { oldForm: before.formOf, newForm: after.formOf, unchanged, calendar };
  const comparers = new Map<string, SchemaComparer>();
  return {
    old: before,
    new: after,
    calendar,
    comparer(direction, manner, unpromised) {
      const key = `${direction} ${manner} ${unpromised}`;
      const comparer = comparers.get(key) ?? createComparer(forms, direction, manner);
      comparers.set(key, comparer);
      return comparer;
    },
  };
}
