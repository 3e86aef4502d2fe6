import type { CheckEvidence, Exchange } from '../../src/evidence/types.ts';
import { h, readBlock } from './dom.ts';
import { exchangeView, type Span } from './exchange.ts';
import { findingsView } from './findings.ts';
import { words } from './words.ts';

/** Draws what is inside a check, once, when it is opened for the first time. */
export function fillDetails(row: HTMLDetailsElement): void {
  if (!row.open || row.querySelector('.inside')) return;
  const check = readBlock<CheckEvidence>(`block-${row.dataset.number}`);
  const span = spanOf(check.exchanges);
  row.append(
    h(
      'div',
      { class: 'inside' },
      aboutView(check),
      check.findings.length > 0 && findingsView(check.findings),
      ...check.exchanges.map((exchange) => exchangeView(exchange, span)),
      check.exchanges.length === 0 && h('p', { class: 'none' }, words.nothingSent),
    ),
  );
}

function aboutView({ id, summary, description, source, reason }: CheckEvidence): HTMLElement {
  const place = source && [source.document, source.line].filter((part) => part !== undefined).join(':');
  return h(
    'div',
    { class: 'about' },
    description !== summary &&
      !isTranslation(description, summary) &&
      h('p', { class: 'description', lang: isRussian(description) ? 'ru' : 'en' }, description),
    reason !== undefined && h('p', { class: 'reason' }, h('b', {}, words.reason), ` ${reason}`),
    h(
      'p',
      { class: 'where' },
      h('a', { href: `#${encodeURI(id)}` }, id),
      ...(place ? [` · ${words.documented}: `, h('code', {}, place)] : []),
    ),
  );
}

/** A Russian reader has the row's own words; what says them again in English is for others. */
function isTranslation(description: string, summary: string): boolean {
  return document.documentElement.lang === 'ru' && isRussian(summary) && !isRussian(description);
}

function isRussian(text: string): boolean {
  return /[а-яё]/i.test(text);
}

function spanOf(exchanges: readonly Exchange[]): Span {
  const start = Math.min(...exchanges.map(({ startedAt }) => Date.parse(startedAt)));
  const end = Math.max(...exchanges.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs));
  return { start, length: end - start };
}
