import type { CheckEvidence } from '../evidence/types.ts';
import { evidenceIn } from './in-language.ts';
import { heading, summaryLines } from './markdown/head.ts';
import { row, tableHead } from './markdown/rows.ts';
import { type Section, withSections } from './sections.ts';
import type { Report } from './types.ts';
import { type Words, wordsOf } from './words.ts';

/** The QA checklist, filled in: the document's sections and rows in its order, with what was seen beside each. */
export const markdown: Report = async function* (found, { language }) {
  const evidence = evidenceIn(language, found);
  const words = wordsOf(language);
  yield `# 🧾 ${words.title}\n\n`;
  yield* summaryLines(evidence, words);
  yield* sections(evidence.checks(), words);
};

/** Headings, tables and rows of these checks. */
export async function* sections(checks: AsyncIterable<CheckEvidence>, words: Words): AsyncIterable<string> {
  for await (const { check, section, newTitle, newPart } of withSections(checks)) {
    if (newTitle) yield titleLine(section, words);
    if (newPart && section.part) yield `\n### ${heading(section.part)}\n`;
    if (newPart) yield tableHead(words);
    yield row(check, words);
  }
}

function titleLine({ title, checklist }: Section, words: Words): string {
  const name = title === checklist ? '' : ` — ${heading(checklist)}`;
  return `\n## 🧾 ${words.checklist}: ${heading(title)}${name}\n`;
}
