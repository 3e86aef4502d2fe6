import { serverPaths } from '../../../mock/routing/sites.ts';
import { formatProblem, type Problem } from '../../contract/finding.ts';
import type { Contract } from '../../contract/types.ts';
import { createPaint } from '../../reports/terminal/style.ts';
import type { Context } from '../context.ts';
import { printable } from './live-log.ts';

/** Where a mock is: its address, and the base path it was given, `servers` for those of the documents. */
interface Place {
  readonly url: string;
  readonly basePath: string | undefined;
  readonly withConsole: boolean;
}

/** Says where the mock is, and what it serves. */
export function announce(
  contracts: readonly Contract[],
  { url, basePath, withConsole }: Place,
  { stdout, env }: Context,
): void {
  const paint = createPaint(stdout, env);
  for (const contract of contracts) {
    const base = basePath === 'servers' ? serverPaths(contract)[0] : basePath;
    const where = url + (contracts.length === 1 ? (base ?? '') : `/${contract.id}`);
    const count = `${contract.operations.length} operation${contract.operations.length === 1 ? '' : 's'}`;
    const title = printable([contract.title, contract.version].filter(Boolean).join(' '));
    stdout.write(`${paint('bold', where)}  ${title || contract.id} ${paint('dim', `(${count})`)}\n`);
  }
  if (withConsole) stdout.write(`${paint('bold', `${url}/_sverka/`)}  console\n`);
  stdout.write(`${paint('green', 'The mock is listening.')} ${paint('dim', 'Ctrl-C stops it.')}\n`);
}

/** So many mistakes fit on a screen. */
const most = 20;

/** Mistakes in the documents, errors first, one line each, places clickable. */
export function announceProblems(problems: readonly Problem[], { stderr, env }: Context): void {
  const paint = createPaint(stderr, env);
  const { error = [], warning = [] } = Object.groupBy(problems, ({ severity }) => severity);
  const sorted = [...error, ...warning];
  for (const problem of sorted.slice(0, most)) {
    const colour = problem.severity === 'error' ? 'red' : 'yellow';
    stderr.write(`${paint(colour, problem.severity)} ${printable(formatProblem(problem))}\n`);
  }
  if (sorted.length > most)
    stderr.write(`${paint('dim', `and ${sorted.length - most} more; \`sverka lint\` tells them all`)}\n`);
}
