import { parsePointer } from './document/pointer.ts';
import type { Position } from './finding.ts';
import type { Location } from './source/location.ts';
import type { Syntax } from './source/parse-text.ts';
import { positionOfOffset } from './source/positions.ts';
import { readSource } from './source/read-source.ts';

/**
 * Where a JSON Pointer leads in a file (path, URL or `git:REV:path`): the key of a member, the start of an item.
 * A pointer to something that is not there gives the nearest value around it. Undefined when the file cannot be read.
 */
export async function locate(file: Location, pointer: string): Promise<Position | undefined> {
  return (await openLocator(file))(pointer);
}

export type Locator = (pointer: string) => Position | undefined;

/** The same for many pointers into one file: it is read and parsed once. Positions call the file `name`. */
export async function openLocator(file: Location, name = file): Promise<Locator> {
  const source = await readSource(file);
  return 'failure' in source ? () => undefined : createLocator(source.text, name);
}

/** The same for a text at hand. */
export async function createLocator(text: string, file: Location, syntax?: Syntax): Promise<Locator> {
  const find = await offsetFinder(text, syntax ?? syntaxOf(text));
  return (pointer) => {
    const offset = find?.(parsePointer(pointer));
    return offset === undefined ? undefined : positionOfOffset(text, offset, file);
  };
}

async function offsetFinder(
  text: string,
  syntax: Syntax,
): Promise<((steps: readonly string[]) => number) | undefined> {
  if (syntax === 'json') return (await import('./source/json-offsets.ts')).jsonOffsetFinder(text);
  return (await import('./source/yaml-offsets.ts')).yamlOffsetFinder(text);
}

function syntaxOf(text: string): Syntax {
  if (!/^\s*[[{]/.test(text)) return 'yaml';
  try {
    JSON.parse(text);
    return 'json';
  } catch {
    return 'yaml';
  }
}
