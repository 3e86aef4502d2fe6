import type { Contract, Schema } from '../types.ts';
import type { SelfContained } from './ajv.ts';
import type { Direction } from './hidden-properties.ts';
import type { Check } from './mismatch.ts';
import { compilePattern } from './patterns.ts';
import type { Located } from './references.ts';

/** What translating needs from outside: the contract, and checks for the schemas that are compiled apart. */
export interface Workshop {
  readonly contract: Contract;
  readonly direction: Direction;
  /** A check compiled when first used. */
  later(located: Located, hidden: ReadonlySet<string> | undefined): Check;
  problem(message: string): void;
}

/** The schema that is being translated, and what holds there. */
export interface Place {
  readonly workshop: Workshop;
  readonly located: Located;
  /** Properties hidden in this direction, when an enclosing schema of the same value has already gathered them. */
  readonly hidden: ReadonlySet<string> | undefined;
  /**
   * Inside a schema with `unevaluated…`, whatever judges the same value must be Ajv's own keywords, because only those tell which
   * properties they evaluated. Elsewhere references and alternatives are checks of ours: lazy, and with errors apart.
   */
  readonly native: boolean;
  readonly definitions: Map<Schema, { readonly name: string; schema: SelfContained }>;
}

/** A part of the schema: its name is the way to it. */
export function below(place: Place, step: string, schema: Schema): Located {
  return { ...place.located, schema, name: `${place.located.name}/${step}` };
}

export function report({ workshop, located }: Place, message: string): void {
  workshop.problem(located.name === '' ? message : `${located.name}: ${message}`);
}

/** False, and told, for a pattern that is no regular expression. */
export function compiles(pattern: string, place: Place): boolean {
  if (compilePattern(pattern)) return true;
  report(place, `pattern ${JSON.stringify(pattern)} is not a regular expression`);
  return false;
}
