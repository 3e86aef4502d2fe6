import { formatPointer, parsePointer } from '../../../contract/pointer.ts';
import type { Operation } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, oldPlace, tell } from './comparison.ts';
import { isUnpromised } from './life-cycle.ts';
import { nameOf } from './names.ts';
import { readSunset } from './sunset.ts';

/** An operation that is gone; with its path, when none of its methods is left. */
export function removedOperation(
  operation: Operation,
  pathStays: boolean,
  comparison: Comparison,
): RawChange {
  const what = pathStays ? 'api' : 'api-path';
  const place = placeOf(operation, comparison);
  const sunset = readSunset(operation.extensions['x-sunset']);
  const name = nameOf(operation);
  if (isUnpromised(operation)) {
    const message = 'the operation is gone; it promised nothing yet';
    return {
      ...tell(name, { rule: `${what}-removed-without-deprecation`, message, place }),
      unpromised: true,
    };
  }
  if (!operation.deprecated)
    return tell(name, {
      rule: `${what}-removed-without-deprecation`,
      message: 'clients that call it are now refused',
      place,
    });
  if (sunset.kind === 'date' && sunset.date > comparison.today)
    return tell(name, {
      rule: `${what}-removed-before-sunset`,
      message: `clients that call it were promised that it lasts until ${sunset.date}`,
      place,
      expected: sunset.date,
      actual: comparison.today,
    });
  return tell(name, {
    rule: `${what}-removed-with-deprecation`,
    message: 'the deprecated operation is gone',
    place,
  });
}

/** Where it is missed in the new document: its path, else the paths. */
function placeOf({ pointer, path }: Operation, { new: fresh }: Comparison) {
  const item = fresh.find('', 'paths', path);
  if (item) return newPlace(item.pointer);
  return fresh.find('', 'paths')
    ? newPlace('/paths')
    : oldPlace(formatPointer(parsePointer(pointer).slice(0, 3)));
}
