import type { Operation } from '../../../contract/types.ts';
import type { Calendar } from '../calendar.ts';
import type { WrittenRuleId } from '../rules/registry.ts';
import type { Manner } from '../schema/change.ts';
import type { SchemaComparer } from '../schema/compare.ts';
import type { Direction, Level, Place, RawChange } from '../types.ts';
import type { Side } from './side.ts';

/** Two contracts that are being compared. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  readonly calendar: Calendar;
  /** Operations that promise nothing are compared apart: what they share with others is told of the others, too. */
  comparer(direction: Direction, manner: Manner, unpromised: boolean): SchemaComparer;
}

/** Two operations that are one: the same method, the same path but for names of parameters. */
export interface OperationPair {
  readonly old: Operation;
  readonly new: Operation;
  /** `POST /orders`, as the new document has it. */
  readonly name: string;
  /** A webhook is a request that the API sends: what clients send and receive changes places. */
  readonly reversed: boolean;
  /** The operation says of itself that it may change at any time. */
  readonly unpromised: boolean;
}

/** What a written rule found. */
export interface Told {
  readonly rule: WrittenRuleId;
  readonly subject?: string;
  readonly message: string;
  readonly place: Place;
  /** Where the same stood before; where it is the same pointer, it need not be said. */
  readonly was?: Place | undefined;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  /** Where it is more or less serious than others of its rule. */
  readonly level?: Level | undefined;
}

export function tell(operation: string, { subject = '', ...told }: Told): RawChange {
  return { ...told, operation, subject };
}

/** Where a pointer leads in the old document. */
export const oldPlace = (at: string, member?: string): Place => ({ side: 'old', at, member });

export const newPlace = (at: string, member?: string): Place => ({ side: 'new', at, member });
