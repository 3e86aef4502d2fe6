import { seenFrom } from '../../contract/source/location.ts';
import type { Evidence, RunEvent, Summary } from '../../evidence/types.ts';
import { createTerminal } from '../../reports/terminal.ts';
import type { Context } from '../context.ts';
import type { LoadedRun } from './load.ts';
import { recordRun } from './record-run.ts';
import { reportOptions } from './report-options.ts';
import { type PlannedReport, writeReports } from './reports.ts';
import type { CheckSettings } from './settings.ts';
import type { Subject } from './subject.ts';
import { wrongPlace } from './wrong-place.ts';

/**
 * Runs loaded checks against a subject, shows them live and writes the reports. The evidence is gone afterwards: `use`
 * gets it while it is there.
 */
export async function perform<T>(
  loaded: LoadedRun,
  subject: Subject,
  settings: CheckSettings,
  context: Context,
  use: (summary: Summary, evidence: Evidence) => T | Promise<T>,
): Promise<T> {
  const terminal = createTerminal({
    stream: context.stdout,
    env: context.env,
    language: settings.language,
    ...htmlPath(settings.reports, context.cwd),
  });
  const options = {
    jobs: settings.jobs,
    inputs: settings.inputs,
    bail: settings.bail,
    signal: context.signal,
    folder: context.cwd,
    listen: (event: RunEvent) => terminal.record(event),
  };
  return recordRun(loaded, subject, options, async (summary, evidence) => {
    await writeReports(
      settings.reports,
      evidence,
      await reportOptions(loaded, evidence, settings, context.cwd),
    );
    for (const { path } of settings.reports) context.stdout.write(`  ${seenFrom(context.cwd, path)}\n`);
    const advice = await wrongPlace(evidence, subject, loaded.contracts);
    if (advice !== undefined) context.stdout.write(`\n${advice}\n`);
    return use(summary, evidence);
  });
}

function htmlPath(planned: readonly PlannedReport[], cwd: string): { readonly evidencePath?: string } {
  const html = planned.find(({ kind }) => kind.kind === 'html');
  return html ? { evidencePath: seenFrom(cwd, html.path) } : {};
}
