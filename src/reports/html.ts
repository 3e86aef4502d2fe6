import { checksIn } from '../evidence/summary.ts';
import type { Evidence } from '../evidence/types.ts';
import { type Assets, readAssets } from './html/assets.ts';
import { escapeHtml, escapeJson, inlineCode } from './html/escape.ts';
import { headHtml, overall, toolbarHtml } from './html/head.ts';
import { rowHtml } from './html/row.ts';
import { traceHtml } from './html/trace.ts';
import { type PageWords, pageWordsOf } from './html/words.ts';
import { evidenceIn } from './in-language.ts';
import { type Section, withSections } from './sections.ts';
import type { Report } from './types.ts';
import { type Words, wordsOf } from './words.ts';

/**
 * One self-contained page. Rows are plain HTML, so it reads and prints without its code; exchanges are JSON blocks
 * that are drawn when a row is opened, so ten thousand checks open as fast as ten.
 */
export const html: Report = async function* (found, { language, trace }) {
  const evidence = evidenceIn(language, found);
  const words = wordsOf(language);
  const pageWords = pageWordsOf(language);
  const assets = await readAssets();
  const { summary, info } = evidence;
  const title = `${words.passedOf(summary.passed, checksIn(summary))} · ${info.target}`;
  yield openingHtml(title, overall(summary), assets, pageWords);
  yield headHtml(evidence, words);
  yield toolbarHtml(summary, await contractsOf(evidence), pageWords);
  yield '<main>\n';
  yield* sectionsHtml(evidence, pageWords, words.time);
  yield `<p class="nothing" hidden>${pageWords.noMatch} <button type="button" class="reset">${pageWords.reset}</button></p>\n`;
  if (trace) yield* traceHtml(trace, pageWords);
  yield `</main>\n${footerHtml(info.tool, pageWords)}`;
  yield* blocksHtml(evidence);
  yield `<script type="application/json" id="words">${escapeJson(pageWords)}</script>\n`;
  yield `<script type="module">${assets.script}</script>\n</body></html>\n`;
};

function openingHtml(title: string, verdict: string, { style, policy }: Assets, words: PageWords): string {
  return `<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="sverka">
<title>${escapeHtml(title)}</title>
<style>${style}</style></head><body class="${verdict}">
`;
}

async function contractsOf({ checks }: Evidence): Promise<string[]> {
  const contracts = new Set<string>();
  for await (const { contract } of checks()) contracts.add(contract);
  return [...contracts];
}

async function* sectionsHtml(
  evidence: Evidence,
  words: PageWords,
  time: Words['time'],
): AsyncIterable<string> {
  let number = 0;
  for await (const { check, section, newTitle, newPart } of withSections(evidence.checks())) {
    if (newPart && number > 0) yield '</div></section>\n';
    if (newTitle && number > 0) yield '</section>\n';
    if (newTitle) yield titleHtml(section);
    if (newPart)
      yield `<section class="part">${section.part ? `<h3>${inlineCode(section.part)}</h3>` : ''}<div class="rows">\n`;
    yield rowHtml(check, number, words, time);
    number += 1;
  }
  if (number > 0) yield '</div></section></section>\n';
}

function titleHtml({ title, checklist }: Section): string {
  const name = title === checklist ? '' : ` <span class="checklist">${escapeHtml(checklist)}</span>`;
  return `<section class="checklist-section"><h2>${inlineCode(title)}${name}</h2>\n`;
}

async function* blocksHtml(evidence: Evidence): AsyncIterable<string> {
  let number = 0;
  for await (const check of evidence.checks()) {
    yield `<script type="application/json" id="block-${number}">${escapeJson(check)}</script>\n`;
    number += 1;
  }
}

function footerHtml(tool: string, { keys }: PageWords): string {
  const [search, next, previous, open, close] = keys.split(' · ');
  const help = [
    ['/', search],
    ['j', next],
    ['k', previous],
    ['Enter', open],
    ['Esc', close],
  ].map(([key, does]) => `<span><kbd>${key}</kbd> ${does}</span>`);
  return `<footer><span>${escapeHtml(tool)}</span><span class="keys">${help.join(' ')}</span></footer>\n`;
}
