import { parseEvents } from 'js-yaml';
import type { Problem } from '../finding.ts';
import type { Location } from '../source/location.ts';
import { positionOfOffset } from '../source/positions.ts';
import { readSource } from '../source/read-source.ts';
import { duplicateKeys } from '../source/yaml-keys.ts';

/** Keys that stand twice in JSON files, which `JSON.parse` keeps to itself. For YAML, loading tells. */
export async function repeatedJsonKeys(files: readonly Location[]): Promise<readonly Problem[]> {
  const found = await Promise.all(files.map(repeatedIn));
  return found.flat();
}

async function repeatedIn(file: Location): Promise<readonly Problem[]> {
  const source = await readSource(file);
  if ('failure' in source || !/^\s*\{/.test(source.text)) return [];
  const { text } = source;
  try {
    return duplicateKeys(text, parseEvents(text, { maxDepth: 500 })).map(({ key, offset }) => ({
      message: `the key "${key}" stands twice in this object: the last one counts, remove or rename one`,
      position: positionOfOffset(text, offset - 1, file),
      severity: 'error',
    }));
  } catch {
    // JSON that YAML cannot read (a key of more than 1,024 characters): nothing to tell of it.
    return [];
  }
}
