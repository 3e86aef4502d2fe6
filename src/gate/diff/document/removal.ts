import { formatPointer, parsePointer } from '../../../contract/document/pointer.ts';
import type { Operation } from '../../../contract/types.ts';
import { readSunset } from '../calendar.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, oldPlace, type Told, tell } from './comparison.ts';
import { isUnpromised } from './life-cycle.ts';
import { nameOf } from './names.ts';

/** An operation that is gone; with its path, when none of its methods is left. */
export function removedOperation(
  operation: Operation,
  pathStays: boolean,
  comparison: Comparison,
): RawChange {
  const place = placeOf(operation, comparison);
  const was = oldPlace(operation.pointer);
  const change = tell(nameOf(operation), {
    ...judged(operation, pathStays, comparison.calendar.today),
    place,
    was,
  });
  return isUnpromised(operation) ? { ...change, unpromised: true } : change;
}

function judged(operation: Operation, pathStays: boolean, today: string): Omit<Told, 'place'> {
  const what = pathStays ? 'api' : 'api-path';
  if (isUnpromised(operation))
    return {
      rule: `${what}-removed-without-deprecation`,
      message: 'the operation is gone; it promised nothing yet',
    };
  if (!operation.deprecated)
    return { rule: `${what}-removed-without-deprecation`, message: 'clients that call it are now refused' };
  const sunset = readSunset(operation.extensions['x-sunset']);
  if (sunset.kind === 'wrong')
    return {
      rule: pathStays ? 'api-deprecated-sunset-parse' : 'api-path-sunset-parse',
      message: `clients that call it could not tell when it goes: ${sunset.written} is no date`,
    };
  if (sunset.kind === 'date' && sunset.date > today)
    return {
      rule: `${what}-removed-before-sunset`,
      message: `clients that call it were promised that it lasts until ${sunset.date}`,
    };
  return { rule: `${what}-removed-with-deprecation`, message: 'the deprecated operation is gone' };
}

/** Where it is missed in the new document: its path, else the paths. */
function placeOf({ pointer, path }: Operation, { new: fresh }: Comparison) {
  const item = fresh.find('', 'paths', path);
  if (item) return newPlace(item.pointer);
  return fresh.find('', 'paths')
    ? newPlace('/paths')
    : oldPlace(formatPointer(parsePointer(pointer).slice(0, 3)));
}
