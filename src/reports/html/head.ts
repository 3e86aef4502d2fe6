import { checksIn } from '../../evidence/summary.ts';
import type { Evidence, Summary, Verdict } from '../../evidence/types.ts';
import type { Words } from '../words.ts';
import { escapeHtml } from './escape.ts';
import type { PageWords } from './words.ts';

const VERDICTS: readonly Verdict[] = ['passed', 'failed', 'broken', 'skipped'];

/** The verdict in large letters, its proportions as a bar, and what was tested when. */
export function headHtml({ info, summary }: Evidence, words: Words): string {
  const facts = [
    [words.target, escapeHtml(info.target)],
    [words.started, `<time datetime="${escapeHtml(info.startedAt)}">${escapeHtml(info.startedAt)}</time>`],
    [words.duration, words.time(summary.durationMs)],
  ];
  return `<header class="${overall(summary)}">
<p class="kicker">${escapeHtml(words.title)}</p>
<h1>${escapeHtml(headline(summary, words))}</h1>
${info.interrupted ? `<p class="warning">${escapeHtml(words.interrupted)}</p>` : ''}
${barHtml(summary, words)}
<dl class="facts">${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>
</header>
`;
}

/** `passed` only when nothing disagreed and something agreed. */
export function overall({ failed, broken, passed }: Summary): Verdict {
  if (failed > 0) return 'failed';
  if (broken > 0) return 'broken';
  return passed > 0 ? 'passed' : 'skipped';
}

function headline(summary: Summary, words: Words): string {
  const all = checksIn(summary);
  if (all === 0) return words.nothingRan;
  const skipped = summary.skipped > 0 ? `, ${summary.skipped} ${words.verdict.skipped}` : '';
  return `${words.passedOf(summary.passed, all)}${skipped}`;
}

function barHtml(summary: Summary, words: Words): string {
  const present = VERDICTS.filter((verdict) => summary[verdict] > 0);
  const label = present.map((verdict) => `${summary[verdict]} ${words.verdict[verdict]}`).join(', ');
  const parts = present.map(
    (verdict) => `<span class="${verdict}" style="flex-grow:${summary[verdict]}"></span>`,
  );
  return `<div class="bar" role="img" aria-label="${escapeHtml(label)}">${parts.join('')}</div>`;
}

/** Search and filters; they do nothing without the page's code, which shows them. */
export function toolbarHtml(summary: Summary, contracts: readonly string[], words: PageWords): string {
  const chips = VERDICTS.filter((verdict) => summary[verdict] > 0).map(
    (verdict) =>
      `<button type="button" class="chip ${verdict}" data-verdict="${verdict}" aria-pressed="false"><span class="dot"></span>${words.verdict[verdict]} <b>${summary[verdict]}</b></button>`,
  );
  const options = contracts.map((id) => `<option value="${escapeHtml(id)}">${escapeHtml(id)}</option>`);
  const select = `<select id="contract" aria-label="${words.filterByContract}"><option value="">${words.all}</option>${options.join('')}</select>`;
  return `<div class="toolbar" role="search" hidden>
<div class="find"><input id="search" type="search" placeholder="${words.searchHint}" aria-label="${words.search}" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></div>
<div class="chips" role="group" aria-label="${words.filterByVerdict}">${chips.join('')}</div>
${contracts.length > 1 ? select : ''}
<p class="count"><span aria-hidden="true"></span><span class="sr" role="status"></span></p>
</div>
`;
}
