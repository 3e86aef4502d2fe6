import { relative } from 'node:path';
import { isUrl, seenFrom } from '../../contract/location.ts';
import { type DiffOptions, diffContracts } from '../../gate/diff/diff.ts';
import type { ChangeFinding, Level } from '../../gate/diff/types.ts';
import type { GateFinding, Part } from '../../gate/verdict.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { Context } from '../context.ts';
import { loadForDiff } from '../diff/load-pair.ts';
import { isAtLeast } from '../diff/report.ts';
import { isContractFile } from '../documents.ts';
import type { Base } from './base.ts';

export interface DiffPartOptions extends DiffOptions {
  readonly failOn: Level;
}

/** Every contract against itself at the base. A new one breaks nobody; one that is gone breaks all its clients. */
export async function diffPart(
  files: readonly string[],
  base: Base | undefined,
  options: DiffPartOptions,
  config: LoadedConfig,
  context: Context,
): Promise<Part> {
  const name = 'breaking changes';
  const advice = 'keep the old form beside the new one, or waive the change with its reason';
  if (!base)
    return {
      name,
      seen: '',
      advice,
      kind: 'skipped',
      reason: 'there is no earlier revision to compare with',
    };
  const own = files.filter((file) => !isUrl(file));
  const known = own.filter((file) => base.files.has(withSlashes(relative(config.base, file))));
  const found: GateFinding[] = [];
  for (const file of known) found.push(...(await changesOf(file, base, options, context)));
  const now = new Set(own.map((file) => withSlashes(relative(config.base, file))));
  const gone = [...base.files].filter((file) => !now.has(file) && isContractFile(file, config));
  const findings = [...gone.map(removed), ...found];
  return {
    name,
    seen: `${known.length} of ${own.length} contracts since ${base.revision}`,
    advice,
    kind: 'judged',
    findings,
  };
}

const withSlashes = (path: string): string => path.replaceAll('\\', '/');

async function changesOf(
  file: string,
  { revision }: Base,
  { failOn, ...options }: DiffPartOptions,
  context: Context,
): Promise<readonly GateFinding[]> {
  const [before, after] = await Promise.all([
    loadForDiff(`git:${revision}:${file}`, context),
    loadForDiff(file, context),
  ]);
  const changes = await diffContracts(before, after, options);
  return changes
    .filter(({ level }) => isAtLeast(level, failOn))
    .map((change) => gateFinding(change, context.cwd));
}

function gateFinding({ operation, fingerprint, ...change }: ChangeFinding, cwd: string): GateFinding {
  const { id, message } = change;
  return {
    id,
    message: operation ? `${operation}: ${message}` : message,
    location: seenFrom(cwd, change.location),
    names: [fingerprint, operation],
    ...(change.expected === undefined ? {} : { expected: change.expected }),
    ...(change.actual === undefined ? {} : { actual: change.actual }),
  };
}

const removed = (file: string): GateFinding => ({
  id: 'contract-removed',
  message: `the contract ${file} is gone, and with it everything its clients call`,
  location: file,
});
