import type { Operation } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair } from './comparison.ts';
import { compareFields, type Field } from './fields.ts';
import { parameterWords } from './names.ts';
import { pointerOfParameter } from './parameter-place.ts';
import type { Side } from './side.ts';

/** Parameters of a request that the API sends: clients read them, as they read the headers of a response. */
export function compareSentParameters(
  { old, new: fresh, name, unpromised }: OperationPair,
  comparison: Comparison,
): readonly RawChange[] {
  return compareFields(
    fieldsOf(old, comparison.old),
    fieldsOf(fresh, comparison.new),
    { operation: name, unpromised, holder: newPlace(fresh.pointer, 'parameters') },
    comparison,
  );
}

function fieldsOf(operation: Operation, side: Side): ReadonlyMap<string, Field> {
  return new Map(
    operation.parameters.map((value) => {
      const { in: place, name } = value;
      const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`;
      const pointer = pointerOfParameter(value, operation, side);
      return [key, { value, subject: parameterWords(value), pointer }];
    }),
  );
}
