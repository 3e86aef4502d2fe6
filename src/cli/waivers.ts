import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Waiver } from '../gate/waivers.ts';
import { CommandFailure } from './context.ts';

/**
 * Reads a list of waivers, each with `id`, `location` and `reason`, some with `until`. What is wrong in the file is a
 * CommandFailure: a waiver that is not understood must not quietly waive nothing.
 */
export async function readWaivers(file: string, cwd: string): Promise<readonly Waiver[]> {
  const path = resolve(cwd, file);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandFailure(`cannot read the waivers ${file}`, 'Check the path.');
  });
  const [{ parseSettings }, { waiversSchema: schema }] = await Promise.all([
    import('./settings-file.ts'),
    import('./config/waivers-schema.ts'),
  ]);
  return parseSettings(text, path, { schema, empty: [], cwd });
}

/** The file that is read when none is named. */
const waiversFileName = 'sverka.waivers.yaml';

/** The waivers of a repository, none when it has no such file. */
export async function readOwnWaivers(folder: string): Promise<readonly Waiver[]> {
  const path = resolve(folder, waiversFileName);
  return existsSync(path) ? readWaivers(path, folder) : [];
}
