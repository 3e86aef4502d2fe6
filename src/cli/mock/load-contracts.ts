import { formatProblem, type Problem } from '../../contract/finding.ts';
import { loadContract } from '../../contract/load.ts';
import type { Contract } from '../../contract/types.ts';
import { CommandFailure } from '../context.ts';
import { contractIds } from '../contract-ids.ts';
import { inspectAll } from './inspect-all.ts';

export interface LoadedContracts {
  readonly contracts: readonly Contract[];
  readonly problems: readonly Problem[];
}

/**
 * Loads documents side by side. What is wrong with them is returned; a document that cannot be used at all is left out, and
 * a CommandFailure when none is left or `strict` allows no mistake, wherever it stands.
 */
export async function loadContracts(
  sources: readonly string[],
  { strict }: { readonly strict: boolean },
): Promise<LoadedContracts> {
  const ids = contractIds(sources);
  const loaded = await Promise.all(
    sources.map((source, at) => loadContract(source, ids[at] === undefined ? {} : { id: ids[at] })),
  );
  const contracts = loaded.flatMap(({ contract }) => contract ?? []);
  const seen = loaded.flatMap((result) => result.problems);
  const problems = strict ? [...seen, ...(await inspectAll(contracts))] : seen;
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (strict && errors.length > 0) throw new CommandFailure(`the documents have mistakes:\n${list(errors)}`);
  if (contracts.length === 0) throw new CommandFailure(`no document can be used:\n${list(problems)}`);
  if (contracts.every(({ operations }) => operations.length === 0)) {
    const hint = contracts.some(({ webhooks }) => webhooks.length > 0)
      ? 'There are webhooks only: requests that the API sends, not ones that it answers.'
      : 'A document lists operations under `paths`.';
    throw new CommandFailure(`there is no operation in ${sources.join(', ')}`, hint);
  }
  return { contracts, problems };
}

function list(problems: readonly Problem[]): string {
  return problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
}
