import { resolve } from 'node:path';
import { judgeGate, type Part, type PartName } from '../../gate/verdict.ts';
import { createPaint } from '../../reports/terminal/style.ts';
import type { GateFlags } from '../commands/gate.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { parseLevels } from '../diff/levels.ts';
import { findDocuments } from '../documents.ts';
import { likelyDocuments } from '../init/find-document.ts';
import { readOwnWaivers, readWaivers } from '../waivers.ts';
import { findBase } from './base.ts';
import { diffPart } from './diff-part.ts';

import { lintPart } from './lint-part.ts';
import { leftOut, orBroken, partWords } from './parts.ts';
import { writeGateReports } from './reports.ts';
import { printVerdict } from './table.ts';
import { tracePart } from './trace-part.ts';
import { gateWords, verdictIn } from './words.ts';

/** `sverka gate`: everything that CI asks before a merge, one verdict. */
export async function gate(flags: GateFlags, context: Context): Promise<ExitCode> {
  const config = await loadConfig(context.cwd, flags.config);
  const waivers = await waiversOf(flags, config, context.cwd);
  const parts = await lookAtAll(flags, config, context);
  const verdict = judgeGate(parts, waivers, today());
  const language = flags.lang ?? config.config.check?.lang ?? 'en';
  const paint = createPaint(context.stdout, context.env);
  printVerdict(verdictIn(language, verdict), gateWords[language], paint, (text) =>
    context.stdout.write(text),
  );
  await writeGateReports(verdict, outOf(flags, config, context), language, context);
  return context.signal.aborted ? 130 : verdict.exitCode;
}

const today = (): string => new Date().toISOString().slice(0, 10);

function outOf({ out }: GateFlags, { config, base }: LoadedConfig, { cwd }: Context): string {
  return out ? resolve(cwd, out) : resolve(base, config.check?.out ?? 'sverka-report');
}

function waiversOf({ waivers }: GateFlags, { config, base }: LoadedConfig, cwd: string) {
  if (waivers !== undefined) return readWaivers(waivers, cwd);
  return config.gate?.waivers ? readWaivers(config.gate.waivers, base) : readOwnWaivers(base);
}

async function lookAtAll(flags: GateFlags, config: LoadedConfig, context: Context): Promise<readonly Part[]> {
  const skip = skipped(flags, config);
  const contracts = await findDocuments('contracts', [], config, context.cwd);
  const checklists = await findDocuments('checklists', [], config, context.cwd);
  if (contracts.length === 0) throw await noContracts(config.base);
  const look = async (word: string, name: PartName, work: () => Promise<Part>): Promise<Part> =>
    skip.has(word) ? leftOut(name, 'left out') : work().catch((error) => orBroken(name, error));
  const lint = await look('lint', 'lint', () =>
    lintPart([...contracts, ...checklists], config.base, context.cwd),
  );
  const changes = await look('diff', 'breaking changes', () =>
    compareWithBase(contracts, flags, config, context),
  );
  const trace = await look('trace', 'trace', () => tracePart(contracts, checklists));
  const run = await runParts(checklists.length, skip, flags, config, context);
  return [lint, changes, ...run, trace];
}

async function noContracts(folder: string): Promise<CommandFailure> {
  const [likely = 'spec/*.yaml'] = await likelyDocuments(folder);
  return new CommandFailure(
    `there are no contracts in ${folder}`,
    `Say where they are, in sverka.config.yaml: { contracts: ['${likely}'] }`,
  );
}

function skipped({ skip }: GateFlags, { config }: LoadedConfig): ReadonlySet<string> {
  const words: readonly string[] = partWords;
  const unknown = skip.find((word) => !words.includes(word));
  if (unknown !== undefined)
    throw new CommandFailure(`there is no part "${unknown}" to skip`, `Parts: ${partWords.join(', ')}.`);
  return new Set([...skip, ...(config.gate?.skip ?? [])]);
}

async function compareWithBase(
  contracts: readonly string[],
  flags: GateFlags,
  config: LoadedConfig,
  context: Context,
): Promise<Part> {
  const settings = config.config.gate ?? {};
  const base = await findBase(flags.base ?? settings.base, config.base, context);
  const levels = parseLevels(Object.entries(settings.levels ?? {}).map(([id, level]) => `${id}=${level}`));
  const failOn = flags.failOn ?? settings.failOn ?? 'error';
  const policy = { levels, failOn, today: today(), noticeDays: settings.notice };
  return diffPart(contracts, base, policy, config, context);
}

/** What is seen by running the checks. */
const runNames = ['checks', 'coverage', 'parity'] as const;

async function runParts(
  checklists: number,
  skip: ReadonlySet<string>,
  flags: GateFlags,
  config: LoadedConfig,
  context: Context,
): Promise<readonly Part[]> {
  if (skip.has('checks')) return runNames.map((name) => leftOut(name, 'left out'));
  if (checklists === 0) return runNames.map((name) => leftOut(name, 'there are no checklists'));
  try {
    const { checkParts } = await import('./check-parts.ts');
    return await checkParts(flags, skip, config, context);
  } catch (error) {
    const others = runNames.slice(1).map((name) => leftOut(name, 'the checks did not run'));
    return [orBroken('checks', error), ...others];
  }
}
