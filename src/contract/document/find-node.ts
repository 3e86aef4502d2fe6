import { isObject, type Json } from '../json.ts';
import { formatPointer, fragmentPointer, memberAt, parsePointer } from './pointer.ts';

/** A value of a document and where it really stands, references followed. */
export interface Node {
  readonly value: Json;
  readonly pointer: string;
}

/** What stands at the steps, seen from a pointer, behind whatever references are on the way. */
export function findNode(
  document: Json,
  from: string,
  ...steps: readonly (string | number)[]
): Node | undefined {
  return walk(document, [...parsePointer(from), ...steps.map(String)], 0);
}

const mostReferences = 100;

function walk(document: Json, steps: readonly string[], jumps: number): Node | undefined {
  let value = document;
  let at: string[] = [];
  for (const step of [...steps, undefined]) {
    const jump = isObject(value) && typeof value.$ref === 'string' ? value.$ref : undefined;
    if (jump?.startsWith('#') && (step === undefined || memberAt(value, step) === undefined)) {
      if (jumps > mostReferences) return undefined;
      const rest = step === undefined ? [] : steps.slice(at.length);
      return walk(document, [...parsePointer(fragmentPointer(jump.slice(1))), ...rest], jumps + 1);
    }
    if (step === undefined) break;
    const child: Json | undefined = memberAt(value, step);
    if (child === undefined) return undefined;
    value = child;
    at = [...at, step];
  }
  return { value, pointer: formatPointer(at) };
}
