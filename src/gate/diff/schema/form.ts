import type { Json, JsonObject } from '../../../contract/json.ts';
import type { Schema } from '../../../contract/types.ts';

/** `anyOf` or `oneOf`, its `null` branch taken out. */
export interface Group {
  readonly kind: 'any-of' | 'one-of';
  readonly branches: readonly Schema[];
}

/**
 * What a schema says once references are followed, `allOf` is merged, a single `anyOf` or `oneOf` branch is unwrapped and
 * `null` stands apart. Two schemas that say the same in different words have the same form.
 */
export interface Form {
  /** Nothing is valid: the schema `false`. */
  readonly impossible: boolean;
  /** Without `null`; undefined: every type. */
  readonly types: ReadonlySet<string> | undefined;
  /** The types were listed as alternatives: `anyOf: [{ type: string }, { type: integer }]`. */
  readonly typesAreListed: boolean;
  /** `null` is valid. */
  readonly nullable: boolean;
  /** `enum` or `const`, without `null`. */
  readonly values: readonly Json[] | undefined;
  readonly isConst: boolean;
  readonly formats: ReadonlySet<string>;
  /** Patterns that exclude something. */
  readonly patterns: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  readonly groups: readonly Group[];
  /** Schemas under `not`. */
  readonly excluded: readonly Schema[];
  /** Every other keyword, merged. */
  readonly keywords: JsonObject;
  /** The schema objects it was made of: where a keyword stands. */
  readonly parts: readonly JsonObject[];
}

/** Gives schemas of one contract their form; the same object always gets the same. */
export type FormOf = (schema: Schema) => Form;
