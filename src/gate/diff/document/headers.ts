import type { Response } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace } from './comparison.ts';
import { compareFields, type Field } from './fields.ts';
import type { Side } from './side.ts';

interface HeadersPlace {
  readonly operation: string;
  readonly unpromised: boolean;
  readonly subject: string;
  /** Of the response. */
  readonly pointer: string;
  /** Of the response in the old document. */
  readonly formerPointer: string;
}

/** Headers of a response. */
export function compareHeaders(
  old: Response,
  fresh: Response,
  { subject, pointer, formerPointer, ...place }: HeadersPlace,
  comparison: Comparison,
): readonly RawChange[] {
  return compareFields(
    fieldsOf(old, subject, formerPointer, comparison.old),
    fieldsOf(fresh, subject, pointer, comparison.new),
    { ...place, holder: newPlace(pointer, 'headers') },
    comparison,
  );
}

function fieldsOf(
  { headers }: Response,
  subject: string,
  pointer: string,
  side: Side,
): ReadonlyMap<string, Field> {
  return new Map(
    [...headers].map(([key, value]) => {
      const found = side.find(pointer, 'headers', value.name)?.pointer ?? pointer;
      return [key, { value, subject: `${subject} header ${value.name}`, pointer: found }];
    }),
  );
}
