import type { Position } from './finding.ts';
import type { Location } from './location.ts';
import { parsePointer } from './pointer.ts';
import { readSource } from './read-source.ts';

/**
 * Where a JSON Pointer leads in a file (path, URL or `git:REV:path`): the key of a member, the start of an item.
 * A pointer to something that is not there gives the nearest value around it. Undefined when the file cannot be read.
 */
export async function locate(file: Location, pointer: string): Promise<Position | undefined> {
  const source = await readSource(file);
  if ('failure' in source) return undefined;
  const find = await createLocator(source.text, file);
  return find(pointer);
}

/** The same for many pointers into one text: it is parsed once. */
export async function createLocator(
  text: string,
  file: Location,
): Promise<(pointer: string) => Position | undefined> {
  const { offsetFinder } = await import('./yaml-offsets.ts');
  const { positionOfOffset } = await import('./positions.ts');
  const find = offsetFinder(text);
  return (pointer) => {
    const offset = find?.(parsePointer(pointer));
    return offset === undefined ? undefined : positionOfOffset(text, offset, file);
  };
}
