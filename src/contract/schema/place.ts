import type { Contract, Schema } from '../types.ts';
import type { SelfContained } from './ajv.ts';
import type { Direction } from './hidden-properties.ts';
import type { Check } from './mismatch.ts';
import type { Located } from './references.ts';

/** What translating needs from outside: the contract, and checks for the schemas that are compiled apart. */
export interface Workshop {
  readonly contract: Contract;
  readonly direction: Direction;
  /** Whether a property that is hidden in this direction may not be there. */
  readonly refuseHidden: boolean;
  /** A check compiled when first used. */
  later(located: Located, hidden: ReadonlySet<string> | undefined): Check;
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

/** A part of the schema, with the scope that holds around it. */
export function below({ located }: Place, schema: Schema): Located {
  return { schema, scope: located.scope };
}
