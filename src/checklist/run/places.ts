import { createLocator } from '../../contract/locate.ts';
import { readSource } from '../../contract/read-source.ts';

type Locator = Awaited<ReturnType<typeof createLocator>>;

/** Finds places in checklists as `file:line:column`. A file is read and parsed for positions when first asked. */
export function createPlaces(): (file: string, pointer: string) => Promise<string> {
  const locators = new Map<string, Promise<Locator>>();
  return async (file, pointer) => {
    const locator = locators.get(file) ?? createFor(file);
    locators.set(file, locator);
    const position = (await locator)(pointer);
    return position ? `${file}:${position.line}:${position.column}` : `${file}#${pointer}`;
  };
}

async function createFor(file: string): Promise<Locator> {
  const source = await readSource(file);
  return 'failure' in source ? () => undefined : createLocator(source.text, file);
}
