/** A syntax mistake: thrown inside a parser, caught and returned as a value by its public function. `at` counts from 0. */
export class Mistake extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** What a parser gives: a value, or what is wrong and where. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly at: number };

/** Runs a parser that may throw a Mistake. */
export function attempt<T>(parse: () => T): Parsed<T> {
  try {
    return { ok: true, value: parse() };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, message: error.message, at: error.at };
    throw error;
  }
}
