import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isUrl, seenFrom } from '../../contract/source/location.ts';
import { readSource } from '../../contract/source/read-source.ts';
import type { ChangeFinding, Level } from '../../gate/diff/types.ts';
import { type DiffOptions, diffContracts } from '../../gate/diff.ts';
import type { GateFinding, Part } from '../../gate/verdict.ts';
import { type LoadedConfig, parseConfig } from '../config/load.ts';
import type { Context } from '../context.ts';
import { loadForDiff } from '../diff/load-pair.ts';
import { isAtLeast } from '../diff/report.ts';
import { isContractFile } from '../documents.ts';
import type { Base } from './base.ts';

export interface DiffPartOptions extends DiffOptions {
  readonly failOn: Level;
}

/**
 * Every contract against itself at the base, whatever its file was called there. A new one breaks nobody; one that is gone
 * breaks all its clients.
 */
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
  const pairs = own.flatMap((file) => {
    const now = withSlashes(relative(config.base, file));
    const then = base.files.has(now) ? now : base.renamed.get(now);
    return then === undefined ? [] : [{ file, now, then }];
  });
  const found: GateFinding[] = [];
  for (const { file, then } of pairs)
    found.push(...(await changesOf(file, resolve(config.base, then), base, options, context)));
  const kept = new Set(pairs.flatMap(({ now, then }) => [now, then]));
  const former = await configAt(base, config);
  const gone = [...base.files].filter((file) => !kept.has(file) && isContractFile(file, former));
  const findings = [...gone.map((file) => removed(file, config)), ...found];
  return {
    name,
    seen: `${pairs.length} of ${own.length} contracts since ${base.asked}`,
    advice,
    kind: 'judged',
    findings,
  };
}

const withSlashes = (path: string): string => path.replaceAll('\\', '/');

async function changesOf(
  file: string,
  then: string,
  { revision }: Base,
  { failOn, ...options }: DiffPartOptions,
  context: Context,
): Promise<readonly GateFinding[]> {
  const [before, after] = await Promise.all([
    loadForDiff(`git:${revision}:${then}`, context),
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

/** The configuration as it was there: a contract may be gone together with the line that named it. */
async function configAt({ revision }: Base, config: LoadedConfig): Promise<LoadedConfig> {
  const read = await readSource(`git:${revision}:${config.file}`);
  if ('failure' in read) return config;
  // One that this version does not understand says nothing.
  const former = await parseConfig(read.text, config.file, config.base).catch(() => config.config);
  return { ...config, config: former };
}

function removed(file: string, { base }: LoadedConfig): GateFinding {
  const message = existsSync(resolve(base, file))
    ? `${file} is no contract any more by the configuration: nobody looks after what its clients call`
    : `the contract ${file} is gone, and with it everything its clients call`;
  return { id: 'contract-removed', message, location: file };
}
