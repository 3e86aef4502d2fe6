import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { GateVerdict, JudgedPart } from '../../gate/verdict.ts';
import { annotation } from '../../reports/github-command.ts';
import { codeCell, plainCell, tableRow } from '../../reports/markdown/text.ts';
import type { Language } from '../../reports/types.ts';
import type { Context } from '../context.ts';
import { codeQuality, type QualityIssue } from '../gitlab.ts';
import { proposedWaivers } from './proposed-waivers.ts';
import { countsOf } from './table.ts';
import { type GateWords, gateWords, verdictIn } from './words.ts';

/**
 * Writes `gate.json`, `gate.md` and what could be waived; on GitHub Actions also annotations and the step summary, on GitLab
 * `gl-code-quality.json`. What people read is in their language, `gate.json` is for programs.
 */
export async function writeGateReports(
  judged: GateVerdict,
  out: string,
  language: Language,
  context: Context,
): Promise<void> {
  const verdict = verdictIn(language, judged);
  const words = gateWords[language];
  const summary = markdown(verdict, words);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'gate.json'), `${JSON.stringify(judged, null, 2)}\n`);
  await writeFile(join(out, 'gate.md'), summary);
  await proposeWaivers(verdict, join(out, 'waivers.yaml'), words, context);
  const { GITLAB_CI, GITHUB_ACTIONS, GITHUB_STEP_SUMMARY } = context.env;
  if (GITLAB_CI === 'true') {
    const issues = verdict.parts.flatMap((part) => issuesOf(part, words));
    await writeFile(join(out, 'gl-code-quality.json'), codeQuality(issues));
  }
  if (GITHUB_STEP_SUMMARY) await appendFile(GITHUB_STEP_SUMMARY, `\n${summary}`);
  if (GITHUB_ACTIONS !== 'true') return;
  for (const { name, findings } of verdict.parts) {
    for (const { id, message, location } of findings)
      context.stdout.write(annotation('error', message, { title: `${words.part[name]}: ${id}`, location }));
  }
}

async function proposeWaivers(
  verdict: GateVerdict,
  file: string,
  words: GateWords,
  { cwd, stdout }: Context,
): Promise<void> {
  const waivers = proposedWaivers(verdict);
  if (waivers === '') return rm(file, { force: true });
  await writeFile(file, waivers);
  stdout.write(`\n${words.proposed(relative(cwd, file))}\n`);
}

const issuesOf = ({ name, findings }: JudgedPart, { part }: GateWords): readonly QualityIssue[] =>
  findings.map(({ id, message, location }) => ({
    id,
    message: `${part[name]}: ${message}`,
    location,
    severity: 'major',
  }));

const marks = { passed: '✅', failed: '❌', broken: '⚠️', skipped: '⏭️' };

function markdown({ parts }: GateVerdict, words: GateWords): string {
  const rows = parts.map((part) =>
    tableRow([
      words.part[part.name],
      `${marks[part.verdict]} ${words.verdict[part.verdict]}`,
      plainCell(countsOf(part, words)),
      plainCell(part.advice),
    ]),
  );
  const sections = parts
    .filter(({ findings }) => findings.length > 0)
    .map(({ name, findings }) => {
      const lines = findings.map(({ id, message, location }) =>
        tableRow([plainCell(message), codeCell(id), codeCell(location)]),
      );
      return `\n## ${words.part[name]}\n\n${head(words.findings)}${lines.join('')}`;
    });
  const notes = parts.flatMap(({ name, notes = [] }) =>
    notes.map((note) => `- ${words.part[name]}: ${plainCell(note)}\n`),
  );
  const told = notes.length > 0 ? `\n${notes.join('')}` : '';
  return `# ${words.title}\n\n${head(words.parts)}${rows.join('')}${told}${sections.join('')}`;
}

const head = (names: readonly string[]): string =>
  `| ${names.join(' | ')} |\n|${'---|'.repeat(names.length)}\n`;
