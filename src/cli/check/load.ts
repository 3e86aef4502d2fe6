import { stat } from 'node:fs/promises';
import { loadChecklists } from '../../checklist/load.ts';
import { type Planned, planChecks } from '../../checklist/plan.ts';
import type { Checklist } from '../../checklist/types.ts';
import { formatProblem } from '../../contract/finding.ts';
import type { Contract } from '../../contract/types.ts';
import type { LoadedConfig } from '../config/load.ts';
import { CommandFailure, type Context } from '../context.ts';
import { beginning, findDocuments } from '../documents.ts';

/** The checks of a run and the contracts they speak of. */
export interface LoadedRun {
  readonly plan: readonly Planned[];
  /** The plan without filters. */
  readonly all: readonly Planned[];
  readonly contracts: readonly Contract[];
  readonly checklistFiles: readonly string[];
  /** Every file that was read. */
  readonly files: readonly string[];
}

/** Reads and plans. A mistake in a document, or nothing to run, is a CommandFailure that lists what is wrong. */
export async function loadRun(
  named: readonly string[],
  filter: { readonly grep: string | RegExp | undefined; readonly tags: readonly string[] },
  config: LoadedConfig,
  context: Context,
): Promise<LoadedRun> {
  const files = await findDocuments('checklists', named, config, context.cwd);
  if (files.length === 0) {
    throw new CommandFailure(`there are no checklists in ${config.base}`, beginning);
  }
  await spareMemory(files);
  const { checklists, problems } = await loadChecklists(files);
  for (const problem of problems) {
    if (problem.severity === 'warning') context.stderr.write(`warning: ${formatProblem(problem)}\n`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const count = errors.length === 1 ? 'a mistake' : `${errors.length} mistakes`;
    throw new CommandFailure(
      `${count} in the documents, nothing was run:\n${errors.map((error) => `  ${formatProblem(error)}`).join('\n')}`,
    );
  }
  const plan = planChecks(checklists, {
    ...(filter.grep !== undefined && { grep: filter.grep }),
    tags: filter.tags,
  });
  const filtered = filter.grep !== undefined || filter.tags.length > 0;
  const all = filtered ? planChecks(checklists) : plan;
  if (plan.length === 0) throw nothingMatches(all);
  return {
    plan,
    all,
    contracts: distinctContracts(checklists),
    checklistFiles: files,
    files: [...new Set(checklists.flatMap((checklist) => checklist.files))],
  };
}

function nothingMatches(all: readonly Planned[]): CommandFailure {
  const tags = [...new Set(all.flatMap(({ check }) => check.tags))].join(', ');
  return new CommandFailure(
    `no check matches, out of ${all.length}`,
    `List them with --dry-run.${tags ? ` Tags in use: ${tags}.` : ''}`,
  );
}

function distinctContracts(checklists: readonly Checklist[]): readonly Contract[] {
  const byId = new Map(
    checklists.flatMap(({ contracts }) =>
      [...contracts].map(([name, contract]) => [name, contract] as const),
    ),
  );
  return [...byId].map(([id, contract]) => (contract.id === id ? contract : { ...contract, id }));
}

const longRun = 1_000_000;

/**
 * A long run makes much garbage and keeps little: V8 would let a heap of 60 MB grow to 300 before it looks. A short one
 * is over before that matters, and faster when left alone.
 */
async function spareMemory(files: readonly string[]): Promise<void> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  if (sizes.reduce((sum, size) => sum + size, 0) <= longRun) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--optimize-for-size');
}
