import { relative } from 'node:path';
import { createLocator } from '../../contract/locate.ts';
import { readSource } from '../../contract/read-source.ts';

type Locator = Awaited<ReturnType<typeof createLocator>>;

/**
 * Finds places in checklists as `file:line:column`, files as seen from the folder: what is written down is read on other
 * machines. A file is read and parsed for positions when first asked.
 */
export function createPlaces(folder: string | undefined): (file: string, pointer: string) => Promise<string> {
  const locators = new Map<string, Promise<Locator>>();
  return async (file, pointer) => {
    const locator = locators.get(file) ?? createFor(file);
    locators.set(file, locator);
    const position = (await locator)(pointer);
    const name = seenFrom(folder, file);
    return position ? `${name}:${position.line}:${position.column}` : `${name}#${pointer}`;
  };
}

function seenFrom(folder: string | undefined, file: string): string {
  if (folder === undefined || /^https?:/.test(file)) return file;
  const path = relative(folder, file);
  return path.startsWith('..') ? file : path;
}

async function createFor(file: string): Promise<Locator> {
  const source = await readSource(file);
  return 'failure' in source ? () => undefined : createLocator(source.text, file);
}
