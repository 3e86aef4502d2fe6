/** What a compiled schema says of a value: JSON Schema's keyword with Ajv's params, and where in the value. */
export interface Mismatch {
  /** JSON Pointer into the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** Judges one value. `at` is the value's own pointer, which those of the mismatches begin with. */
export type Check = (value: unknown, at: string) => readonly Mismatch[];

export const agrees: readonly Mismatch[] = [];

/** More than this of one schema help nobody, and a hostile value must not be able to ask for millions. */
export const mismatchLimit = 64;
