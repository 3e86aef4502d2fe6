import { parsePointer } from '../../contract/document/pointer.ts';
import { Mistake } from './mistake.ts';
import { need, type Scanner, type Setting, take } from './scanner.ts';
import type { Accessor, Trail } from './types.ts';

const pointerText: Record<Setting, RegExp> = {
  whole: /(?:\/(?:[^~/]|~[01])*)*/y,
  condition: /(?:\/(?:[^~/\s<>=!&|()'{}[\],]|~[01])*)*/y,
};

/** Reads at least one accessor, and what may follow it. Throws a Mistake. */
export function readTrail(scanner: Scanner, what: string): Trail {
  const trail = readOptionalTrail(scanner);
  if (trail.accessors.length === 0) throw new Mistake(`expected ${what}`, scanner.at);
  return trail;
}

/** Reads any accessors (`.name`, `['name']`, `[0]`) and a JSON Pointer behind `#`. Throws a Mistake. */
export function readOptionalTrail(scanner: Scanner): Trail {
  const accessors: Accessor[] = [];
  for (let next = readAccessor(scanner); next !== undefined; next = readAccessor(scanner))
    accessors.push(next);
  const pointer = take(scanner, /#/y) ? readPointer(scanner) : '';
  return { accessors, pointer: parsePointer(pointer) };
}

function readPointer(scanner: Scanner): string {
  if (take(scanner, /(?=\w)/y)) throw new Mistake('a JSON Pointer begins with "/"', scanner.at);
  return need(scanner, pointerText[scanner.setting], 'a JSON Pointer');
}

function readAccessor(scanner: Scanner): Accessor | undefined {
  const name = take(scanner, /\.([^\s.[\](){}<>=!&|'",#]+)/y)?.[1];
  if (name !== undefined) return name;
  const [all, index, quoted] = take(scanner, /\[(?:(\d+)|'((?:[^']|'')*)')\]/y) ?? [];
  if (all === undefined) return undefined;
  return index === undefined ? (quoted ?? '').replaceAll("''", "'") : Number(index);
}
