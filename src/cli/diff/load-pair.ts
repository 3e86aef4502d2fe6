import { isAbsolute, resolve } from 'node:path';
import { formatProblem } from '../../contract/finding.ts';
import { loadContract } from '../../contract/load.ts';
import { gitParts, isUrl } from '../../contract/source/location.ts';
import type { Contract } from '../../contract/types.ts';
import { CommandFailure, type Context } from '../context.ts';
import { expectGit, fetchHistory } from '../git.ts';

/** A document as it was named, seen from the folder of the command. */
function locationOf(word: string, cwd: string): string {
  const git = gitParts(word);
  if (git) return `git:${git.revision}:${isAbsolute(git.path) ? git.path : resolve(cwd, git.path)}`;
  return isUrl(word) ? word : resolve(cwd, word);
}

/** Reads a contract to compare. Without one nothing can be judged; what is wrong in it besides is told on stderr. */
export async function loadForDiff(word: string, { cwd, stderr }: Context): Promise<Contract> {
  const { contract, problems } = await loadContract(locationOf(word, cwd));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!contract) {
    const isOfGit = gitParts(word) !== undefined;
    if (isOfGit) await expectGit(cwd);
    const hint = isOfGit ? `${fetchHistory}.` : undefined;
    throw new CommandFailure(first ? formatProblem(first) : `cannot read ${word}`, hint);
  }
  if (first) {
    const others = errors.length > 1 ? ` (and ${errors.length - 1} more: sverka lint)` : '';
    stderr.write(`warning: ${formatProblem(first)}${others}; what it touches is not compared\n`);
  }
  return contract;
}
