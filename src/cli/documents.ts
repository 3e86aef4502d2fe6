import { glob, stat } from 'node:fs/promises';
import { matchesGlob, normalize, posix, relative, resolve, sep } from 'node:path';
import { checklistName } from '../checklist/checklist-name.ts';
import { didYouMean } from '../checklist/suggest.ts';
import { isUrl } from '../contract/source/location.ts';
import type { LoadedConfig } from './config/load.ts';
import { CommandFailure } from './context.ts';

const defaults = {
  contracts: ['spec/*.yaml'],
  checklists: ['spec/checklists/*.arazzo.yaml'],
} as const;

/** What to do where there is nothing yet. */
export const beginning = 'Name documents by path, or begin with: sverka init openapi.yaml';

/** Not contracts of their own: what the documents share, and what is generated from all of them. */
const sharedDocuments = /(^|[\\/])(common|openapi)\.ya?ml$/;

/**
 * Files a command works on: the ones named on the command line, by path, glob or id (`auth-v1`), else the
 * configuration's, else those in the default places. Sorted, absolute. Words that name nothing are a CommandFailure.
 */
export async function findDocuments(
  kind: 'contracts' | 'checklists',
  named: readonly string[],
  loaded: LoadedConfig,
  cwd: string,
): Promise<readonly string[]> {
  if (named.length === 0) return ownDocuments(kind, loaded);
  const hint = `Name ${kind} by path, by id, or by a glob in quotes: 'spec/**/*.yaml'.`;
  const arePaths = await Promise.all(
    named.map(async (word) => isUrl(word) || isGlob(word) || isThere(resolve(cwd, word))),
  );
  const own = arePaths.includes(false) ? await ownDocuments(kind, loaded) : [];
  const words = named.map((word, index) => (arePaths[index] ? word : ofId(word, own, hint)));
  return expand(words, cwd, hint);
}

function ofId(id: string, own: readonly string[], hint: string): string {
  const file = own.find((each) => checklistName(each) === id);
  if (file !== undefined) return file;
  throw new CommandFailure(`there is no file ${id}${didYouMean(id, own.map(checklistName))}`, hint);
}

async function ownDocuments(
  kind: 'contracts' | 'checklists',
  { base, config }: LoadedConfig,
): Promise<readonly string[]> {
  const configured = config[kind];
  if (configured !== undefined)
    return expand([configured].flat(), base, `It stands under "${kind}" in the configuration.`);
  const found = await matches(defaults[kind], base);
  return kind === 'contracts' ? found.filter((file) => !sharedDocuments.test(file)) : found;
}

/** Whether a file, named relative to the configuration, would be one of the contracts. */
export function isContractFile(file: string, { config }: LoadedConfig): boolean {
  const patterns = config.contracts === undefined ? defaults.contracts : [config.contracts].flat();
  const isShared = config.contracts === undefined && sharedDocuments.test(file);
  return !isShared && patterns.some((pattern) => matchesGlob(file, normalize(pattern)));
}

/** How a file in `folder` names a document that was named from `cwd`: `/` everywhere, also on Windows. */
export function referenceFrom(folder: string, document: string, cwd: string): string {
  if (isUrl(document)) return document;
  const path = relative(folder, resolve(cwd, document)).split(sep).join(posix.sep);
  return path.startsWith('.') ? path : `./${path}`;
}

async function expand(words: readonly string[], base: string, hint: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const word of words) {
    if (isUrl(word)) {
      found.add(word);
      continue;
    }
    const files = isGlob(word) ? await matches([word], base) : [resolve(base, word)];
    if (files.length === 0) throw new CommandFailure(`no file matches ${word} in ${base}`, hint);
    for (const file of files) {
      const name = relative(base, file) || word;
      const known = await stat(file).catch(() => undefined);
      if (known === undefined) throw new CommandFailure(`there is no file ${name}`, hint);
      if (known.isDirectory())
        throw new CommandFailure(
          `${name} is a folder`,
          `Name what is in it, by a glob in quotes: '${name}/*.yaml'.`,
        );
      found.add(file);
    }
  }
  return [...found];
}

const isGlob = (word: string) => /[*?[{]/.test(word);

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function matches(patterns: readonly string[], cwd: string): Promise<string[]> {
  const found = await Array.fromAsync(glob([...patterns], { cwd }));
  return found.map((file) => resolve(cwd, file)).sort();
}
