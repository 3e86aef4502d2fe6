import type { Node } from '../../../contract/document/find-node.ts';
import { formatPointer, parsePointer } from '../../../contract/document/pointer.ts';
import { isObject } from '../../../contract/json.ts';
import type { Operation, Parameter } from '../../../contract/types.ts';
import type { Side } from './side.ts';

/** Where a parameter stands: with the operation, else with its path; behind a reference, there. */
export function placeOfParameter(parameter: Parameter, operation: Operation, side: Side): Node | undefined {
  const own = operation.pointer;
  return [own, pathItemOf(operation)]
    .map((holder) => findIn(holder, parameter, side))
    .find((node) => node !== undefined);
}

/** The pointer of that place; of the operation where the document has none. */
export const pointerOfParameter = (parameter: Parameter, operation: Operation, side: Side): string =>
  placeOfParameter(parameter, operation, side)?.pointer ?? operation.pointer;

/** The pointer of the path item that an operation stands in. */
export function pathItemOf({ pointer }: Operation): string {
  const steps = parsePointer(pointer).slice(0, -1);
  return formatPointer(steps.at(-1) === 'additionalOperations' ? steps.slice(0, -1) : steps);
}

/** It stands with the path, for all its operations. */
export function isOfPath(parameter: Parameter, operation: Operation, side: Side): boolean {
  return (
    !findIn(operation.pointer, parameter, side) &&
    findIn(pathItemOf(operation), parameter, side) !== undefined
  );
}

function findIn(holder: string, { name, in: place }: Parameter, side: Side): Node | undefined {
  const list = side.find(holder, 'parameters')?.value;
  if (!Array.isArray(list)) return undefined;
  return list
    .map((_, index) => side.find(holder, 'parameters', index))
    .find((node) => isObject(node?.value) && node.value.name === name && node.value.in === place);
}
