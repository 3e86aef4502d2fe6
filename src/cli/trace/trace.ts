import { resolve } from 'node:path';
import type { Verdict } from '../../evidence/types.ts';
import type { Trace, TraceRow } from '../../gate/trace.ts';
import { createPaint, type Paint } from '../../reports/terminal/style.ts';
import type { TraceFlags } from '../commands/trace.ts';
import { loadConfig } from '../config/load.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { beginning, findDocuments } from '../documents.ts';
import { promiseOf, toReportRows } from './matrix.ts';
import { readTrace } from './read-trace.ts';
import { readVerdicts } from './verdicts.ts';

/** `sverka trace`: 0 when every statement has a check and every check a source, else 1. */
export async function trace(flags: TraceFlags, context: Context): Promise<ExitCode> {
  const config = await loadConfig(context.cwd, flags.config);
  const [contracts, checklists] = await Promise.all([
    findDocuments('contracts', [], config, context.cwd),
    findDocuments('checklists', [], config, context.cwd),
  ]);
  const out = resolve(config.base, config.config.check?.out ?? 'sverka-report');
  const file = flags.results ? resolve(context.cwd, flags.results) : resolve(out, 'results.json');
  const verdicts = await readVerdicts(file, flags.results !== undefined);
  if (contracts.length + checklists.length === 0)
    throw new CommandFailure(`there are no documents in ${config.base}`, beginning);
  const found = await readTrace(contracts, checklists);
  if (found.statements.length + found.errata.length === 0)
    throw new CommandFailure(
      'no contract says where its statements come from',
      'Put x-source beside what a document promises: { document: requirements.md, line: 7, text: "as it is written" }.',
    );
  if (flags.json)
    context.stdout.write(`${JSON.stringify({ ...found, rows: toReportRows(found, verdicts) }, null, 2)}\n`);
  else print(found, verdicts, flags, context);
  return isComplete(found) ? 0 : 1;
}

function isComplete({ uncovered, unsourced, sourceless }: Trace): boolean {
  return uncovered.length + unsourced.length + sourceless.length === 0;
}

function print(
  found: Trace,
  verdicts: ReadonlyMap<string, Verdict>,
  flags: TraceFlags,
  { stdout, env }: Context,
): void {
  const paint = createPaint(stdout, env);
  const write = (line = '') => stdout.write(`${line}\n`);
  if (!flags.missing) {
    const documents = Map.groupBy(found.statements, ({ id }) => id.slice(0, id.lastIndexOf(':')));
    for (const [document, rows] of documents) section(document, rows, verdicts, paint, write);
    if (found.errata.length > 0) section('errata', found.errata, verdicts, paint, write);
  }
  for (const { id, text } of found.uncovered) write(`${paint('red', 'no check')}   ${id}  ${text}`);
  for (const { id, check } of found.unsourced)
    write(`${paint('red', 'no statement')}  ${id}, cited by ${check}`);
  for (const check of found.sourceless) write(`${paint('red', 'no source')}  ${check}`);
  const covered = found.statements.length - found.uncovered.length;
  const errata = found.errata.filter(({ checks }) => checks.length > 0).length;
  const unchecked = found.errata.filter(
    (row) => row.checks.length === 0 && row.unchecked !== undefined,
  ).length;
  write(
    `${covered} of ${found.statements.length} statements have a check, ` +
      `${errata} of ${found.errata.length} errata${unchecked > 0 ? ` (${unchecked} say why none can)` : ''}; ` +
      `${found.unsourced.length + found.sourceless.length} checks without a source`,
  );
}

function section(
  title: string,
  rows: readonly TraceRow[],
  verdicts: ReadonlyMap<string, Verdict>,
  paint: Paint,
  write: (line?: string) => void,
): void {
  write(paint('bold', title));
  for (const row of rows) {
    const place = row.id.slice(row.id.lastIndexOf(':') + 1);
    write(`  ${place.padEnd(6)} ${row.text.replace(/\s+/g, ' ')}`);
    write(paint('dim', `         ${promiseOf(row)}`));
    if (row.checks.length === 0) write(`         ${noCheck(row, paint)}`);
    for (const check of row.checks) write(`         ${mark(verdicts.get(check), paint)} ${check}`);
  }
  write();
}

function noCheck({ unchecked }: TraceRow, paint: Paint): string {
  if (unchecked === undefined) return paint('yellow', 'no check');
  return paint('dim', `no check can prove it: ${unchecked.replace(/\s+/g, ' ')}`);
}

function mark(verdict: Verdict | undefined, paint: Paint): string {
  if (verdict === 'passed') return paint('green', '✔');
  if (verdict === undefined) return paint('dim', '·');
  return verdict === 'skipped' ? paint('yellow', '–') : paint('red', '✖');
}
