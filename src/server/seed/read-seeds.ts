import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';

/**
 * Reads the list in `{directory}/{name}`, each item by `toSeed`, which gives undefined for what makes no sense; undefined
 * when there is no such file. `expected` ends the sentence "… : every item needs". Throws StartError `bad-seed`.
 */
export async function readSeeds<Seed>(
  directory: string,
  name: string,
  expected: string,
  toSeed: (value: unknown) => Seed | undefined,
): Promise<readonly Seed[] | undefined> {
  const file = join(directory, name);
  const list = await readJson(file);
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) throw new StartError('bad-seed', `${file}: a list is expected`);
  return list.map((value) => {
    const seed = toSeed(value);
    if (seed === undefined) throw new StartError('bad-seed', `${file}: every item needs ${expected}`);
    return seed;
  });
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new StartError('bad-seed', `${file}: cannot be read as JSON`, { cause });
  }
}
