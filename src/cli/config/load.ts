import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CommandFailure } from '../context.ts';
import type { Config } from './schema.ts';

export const configFileName = 'sverka.config.yaml';

export interface LoadedConfig {
  /** Folder the configuration's paths start from. */
  readonly base: string;
  readonly config: Config;
  /** Where it is read from, absolute; it need not be there. */
  readonly file: string;
}

/**
 * Reads `sverka.config.yaml` of the folder, or the file that was named. A missing default file is an empty
 * configuration; everything else that is wrong is a CommandFailure naming the file and the member.
 */
export async function loadConfig(cwd: string, named?: string): Promise<LoadedConfig> {
  const file = resolve(cwd, named ?? configFileName);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (named)
      throw new CommandFailure(`cannot read the configuration ${named}`, 'Check the path after --config.');
    return { base: cwd, config: {}, file };
  }
  return { base: dirname(file), config: await parseConfig(text, file, cwd), file };
}

/** The text of a configuration. What is wrong in it is a CommandFailure that names the file as seen from `cwd`. */
export async function parseConfig(text: string, file: string, cwd: string): Promise<Config> {
  // Only a repository that has a configuration pays for the YAML reader and zod.
  const [{ parseSettings }, { configSchema }] = await Promise.all([
    import('../settings-file.ts'),
    import('./schema.ts'),
  ]);
  return parseSettings(text, file, { schema: configSchema, empty: {}, cwd });
}
