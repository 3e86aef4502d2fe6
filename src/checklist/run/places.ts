import { formatPosition } from '../../contract/finding.ts';
import { type Locator, openLocator } from '../../contract/locate.ts';
import { seenFrom } from '../../contract/source/location.ts';

/**
 * Finds places in checklists as `file:line:column`, files as seen from the folder: what is written down is read on other
 * machines. A file is read and parsed for positions when first asked.
 */
export function createPlaces(folder: string | undefined): (file: string, pointer: string) => Promise<string> {
  const locators = new Map<string, Promise<Locator>>();
  return async (file, pointer) => {
    const name = folder === undefined ? file : seenFrom(folder, file);
    const locator = locators.get(file) ?? openLocator(file, name);
    locators.set(file, locator);
    const position = (await locator)(pointer);
    return position ? formatPosition(position) : `${name}#${pointer}`;
  };
}
