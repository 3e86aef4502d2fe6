import type { Json } from '../../contract/json.ts';

export type EngineType = 'jsonpath' | 'xpath' | 'jsonpointer';

/** A query language. Loaded only when a document uses it: XPath alone costs more than all the rest of a short run. */
export interface Engine {
  /** What is wrong with a query, or undefined. */
  mistake(query: string): string | undefined;
  /** Whether a query finds something true in `context`. Throws an Error where it cannot be evaluated. */
  test(query: string, context: Json): boolean;
  /** Why a query that is right in itself may find nothing here, when there is a usual reason. */
  hint?(query: string, context: Json): string | undefined;
  /** The value a query selects: one as it is, several as an array, none as undefined. Throws as `test`. */
  select(query: string, context: Json): Json | undefined;
  /** `context` with `value` set at every place that `target` selects. Throws an Error when there is no such place. */
  replace(target: string, context: Json, value: Json): Json;
}

/** The versions the specification names (1.0.1 "Criterion Expression Type Object", 1.1.0 "Expression Type Object"). */
export const engineVersions: Readonly<Record<EngineType, readonly string[]>> = {
  jsonpath: ['rfc9535', 'draft-goessner-dispatch-jsonpath-00'],
  xpath: ['xpath-31', 'xpath-30', 'xpath-20', 'xpath-10'],
  jsonpointer: ['rfc6901'],
};

/** Whether a word names a query language. */
export function isEngineType(type: string): type is EngineType {
  return Object.hasOwn(engineVersions, type);
}
