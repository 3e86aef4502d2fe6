import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Evidence } from '../../evidence/types.ts';
import { messageOf } from '../../node/message-of.ts';
import { findReport, reports } from '../../reports/registry.ts';
import type { ReportKind, ReportOptions } from '../../reports/types.ts';
import { CommandFailure } from '../context.ts';

export interface PlannedReport {
  readonly kind: ReportKind;
  /** Absolute path. */
  readonly path: string;
}

const WORTH_WRITING = 65_536;

const usual = ['json', 'html', 'markdown', 'junit', 'har'];

/**
 * Which reports go where: `kind` below `out`, `kind=path` where it says. Without words, the usual ones; on GitHub
 * Actions also the step summary. A kind that does not exist, or two kinds in one file, is a CommandFailure.
 */
export function planReports(
  words: readonly string[],
  out: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly PlannedReport[] {
  const onGithub = env.GITHUB_STEP_SUMMARY ? [`github-summary=${env.GITHUB_STEP_SUMMARY}`] : [];
  const planned = [...(words.length > 0 ? words : usual), ...onGithub].map((word) => {
    const [name = '', path] = word.split(/=(.*)/s);
    const kind = findReport(name);
    if (!kind) {
      const kinds = reports.map((report) => report.kind).join(', ');
      throw new CommandFailure(`there is no report "${name}"`, `Kinds of report: ${kinds}.`);
    }
    return { kind, path: path ? resolve(cwd, path) : join(out, kind.fileName) };
  });
  for (const { kind, path } of planned) {
    const other = planned.find((each) => each.path === path && each.kind !== kind);
    if (other)
      throw new CommandFailure(`${kind.kind} and ${other.kind.kind} would both be written to ${path}`);
  }
  return planned;
}

/** Makes the folders before anything runs: nobody wants to learn after a long run that there is no place for its reports. */
export async function makeFolders(planned: readonly Pick<PlannedReport, 'path'>[]): Promise<void> {
  for (const folder of new Set(planned.map(({ path }) => dirname(path)))) {
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      const reason = messageOf(error);
      throw new CommandFailure(
        `the reports cannot go to ${folder}: ${reason}`,
        'Choose another folder with --out.',
      );
    });
  }
}

/** Writes each report as a stream: a run of any length in flat memory. */
export async function writeReports(
  planned: readonly PlannedReport[],
  evidence: Evidence,
  options: ReportOptions,
): Promise<void> {
  for (const { kind, path } of planned) {
    const report = await kind.load();
    const pieces = gathered(report(evidence, options));
    await writeFile(path, pieces, { flag: kind.kind === 'github-summary' ? 'a' : 'w' }).catch(
      (error: unknown) => {
        if (!isSystemError(error)) throw error;
        throw new CommandFailure(`the report ${path} cannot be written: ${messageOf(error)}`);
      },
    );
  }
}

/** What the disk says, not a defect of a report. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** The same text in pieces worth a system call each. */
async function* gathered(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < WORTH_WRITING) continue;
    yield text;
    text = '';
  }
  if (text) yield text;
}
