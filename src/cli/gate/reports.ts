import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { GateVerdict, JudgedPart } from '../../gate/verdict.ts';
import { annotation } from '../../reports/github-command.ts';
import { codeCell, plainCell, tableRow } from '../../reports/markdown/text.ts';
import type { Context } from '../context.ts';
import { codeQuality, type QualityIssue } from '../gitlab.ts';
import { proposedWaivers } from './proposed-waivers.ts';
import { countsOf } from './table.ts';

/**
 * Writes `gate.json`, `gate.md` and what could be waived; on GitHub Actions also annotations and the step summary, on GitLab `gl-code-quality.json`.
 */
export async function writeGateReports(verdict: GateVerdict, out: string, context: Context): Promise<void> {
  const summary = markdown(verdict);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'gate.json'), `${JSON.stringify(verdict, null, 2)}\n`);
  await writeFile(join(out, 'gate.md'), summary);
  await proposeWaivers(verdict, join(out, 'waivers.yaml'), context);
  if (context.env.GITLAB_CI === 'true')
    await writeFile(join(out, 'gl-code-quality.json'), codeQuality(verdict.parts.flatMap(issuesOf)));
  if (context.env.GITHUB_STEP_SUMMARY) await appendFile(context.env.GITHUB_STEP_SUMMARY, `\n${summary}`);
  if (context.env.GITHUB_ACTIONS !== 'true') return;
  for (const { name, findings } of verdict.parts) {
    for (const { id, message, location } of findings)
      context.stdout.write(annotation('error', message, { title: `${name}: ${id}`, location }));
  }
}

async function proposeWaivers(verdict: GateVerdict, file: string, { cwd, stdout }: Context): Promise<void> {
  const waivers = proposedWaivers(verdict);
  if (waivers === '') return rm(file, { force: true });
  await writeFile(file, waivers);
  const name = relative(cwd, file);
  stdout.write(`\nWhat may pass: take it over from ${name} into sverka.waivers.yaml, with its reason.\n`);
}

const issuesOf = ({ name, findings }: JudgedPart): readonly QualityIssue[] =>
  findings.map(({ id, message, location }) => ({
    id,
    message: `${name}: ${message}`,
    location,
    severity: 'major',
  }));

const words = {
  passed: '✅ passed',
  failed: '❌ failed',
  broken: '⚠️ could not be judged',
  skipped: '⏭️ skipped',
};

function markdown({ parts }: GateVerdict): string {
  const rows = parts.map((part) =>
    tableRow([part.name, words[part.verdict], plainCell(countsOf(part)), plainCell(part.advice)]),
  );
  const sections = parts
    .filter(({ findings }) => findings.length > 0)
    .map(({ name, findings }) => {
      const lines = findings.map(({ id, message, location }) =>
        tableRow([plainCell(message), codeCell(id), codeCell(location)]),
      );
      return `\n## ${name}\n\n| finding | rule | where |\n|---|---|---|\n${lines.join('')}`;
    });
  const notes = parts.flatMap(({ name, notes = [] }) =>
    notes.map((note) => `- ${name}: ${plainCell(note)}\n`),
  );
  const told = notes.length > 0 ? `\n${notes.join('')}` : '';
  return `# Gate\n\n| part | verdict | seen | what to do |\n|---|---|---|---|\n${rows.join('')}${told}${sections.join('')}`;
}
