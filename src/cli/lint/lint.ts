import { loadChecklists } from '../../checklist/load.ts';
import { formatPosition, type Problem } from '../../contract/finding.ts';
import { inspect } from '../../contract/inspect.ts';
import { loadContract } from '../../contract/load.ts';
import { seenFrom } from '../../contract/source/location.ts';
import { createPaint, oneLine } from '../../reports/terminal/style.ts';
import { loadConfig } from '../config/load.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { beginning, findDocuments } from '../documents.ts';
import { toldOnce } from './once.ts';
import { lintByRules } from './rules.ts';

export interface LintFlags {
  readonly warnings?: boolean;
  readonly config?: string;
}

/** `sverka lint`: 0 clean, 1 problems, 2 nothing to lint. */
export async function lint(named: readonly string[], flags: LintFlags, context: Context): Promise<ExitCode> {
  const config = await loadConfig(context.cwd, flags.config);
  const files =
    named.length > 0
      ? await findDocuments('contracts', named, config, context.cwd)
      : [
          ...(await findDocuments('contracts', [], config, context.cwd)),
          ...(await findDocuments('checklists', [], config, context.cwd)),
        ];
  if (files.length === 0) throw new CommandFailure(`there are no documents in ${config.base}`, beginning);
  return report(await lintDocuments(files, config.base), files.length, flags, context);
}

/** Everything wrong with contracts and checklists, told once. */
export async function lintDocuments(files: readonly string[], base: string): Promise<readonly Problem[]> {
  const isChecklist = (file: string) => /\.arazzo\.(ya?ml|json)$/.test(file);
  const contracts = files.filter((file) => !isChecklist(file));
  const own = [
    ...(await Promise.all(contracts.map(problemsOf))).flat(),
    ...(await loadChecklists(files.filter(isChecklist))).problems,
  ];
  return inOrder(distinct(toldOnce(own, await lintByRules(files, base))), files);
}

/** As the documents were named, and in each from its first line to its last. */
function inOrder(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  const rank = ({ position }: Problem) => {
    const index = position ? files.indexOf(position.file) : 0;
    return index < 0 ? files.length : index;
  };
  return problems.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (one.position?.file ?? '').localeCompare(other.position?.file ?? '') ||
      (one.position?.line ?? 0) - (other.position?.line ?? 0) ||
      (one.position?.column ?? 0) - (other.position?.column ?? 0),
  );
}

async function problemsOf(file: string): Promise<readonly Problem[]> {
  const { contract, problems } = await loadContract(file);
  return contract ? [...problems, ...(await inspect(contract))] : problems;
}

function report(problems: readonly Problem[], files: number, flags: LintFlags, context: Context): ExitCode {
  const paint = createPaint(context.stdout, context.env);
  for (const { message, position, severity } of problems) {
    const place = position ? paint('bold', oneLine(seenFrom(context.cwd, formatPosition(position)))) : '';
    const word = severity === 'error' ? paint('red', 'error  ') : paint('yellow', 'warning');
    context.stdout.write(`${place} ${word} ${oneLine(message)}\n`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const failed = errors > 0 || (flags.warnings === true && problems.length > 0);
  const documents = files === 1 ? '1 document' : `${files} documents`;
  const summary =
    problems.length === 0
      ? paint('green', 'clean')
      : `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
  context.stdout.write(`${documents}: ${summary}\n`);
  return failed ? 1 : 0;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Two tools may see the same mistake: the first to name a place speaks. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ message, position }) => {
    const key = position ? `${position.file}:${position.line}:${message}` : message;
    return !seen.has(key) && seen.add(key);
  });
}
