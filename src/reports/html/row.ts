import type { CheckEvidence } from '../../evidence/types.ts';
import { decisiveExchange, gravestLine, shownRequestId } from '../highlight.ts';
import { splitPromise } from '../promise.ts';
import { bodyText, shortened } from '../transcript.ts';
import type { Words } from '../words.ts';
import { escapeHtml, inlineCode } from './escape.ts';
import { levelClass } from './level-class.ts';
import type { PageWords } from './words.ts';

const LONGEST_BODY = 140;
const LONGEST_MESSAGE = 160;

/** One check, closed; the page fills in its exchanges from block `number` when it is opened. */
export function rowHtml(check: CheckEvidence, number: number, words: PageWords, time: Words['time']): string {
  const { id, verdict, contract, summary, description, source, durationMs } = check;
  const expected = source?.expected ? `<span class="expected">${inlineCode(source.expected)}</span>` : '';
  return `<details class="check ${verdict}" id="${escapeHtml(id)}" data-number="${number}" data-verdict="${verdict}" data-contract="${escapeHtml(contract)}" data-search="${escapeHtml(searchText(check))}"><summary>
<span class="mark" role="img" aria-label="${words.verdict[verdict]}"></span>
<span class="promise"><span class="scenario">${inlineCode(summary || description || id)}</span>${expected}</span>
<span class="came">${cameHtml(check, words)}</span>
<span class="trail">${trailHtml(check)}</span>
<span class="time">${time(durationMs)}</span>${noteHtml(check)}
</summary></details>
`;
}

/** What a reader may look for and does not see in the row. */
function searchText({ id, description, tags, exchanges }: CheckEvidence): string {
  const seen = exchanges.flatMap(({ requestId, operation, response }) => [
    requestId,
    operation,
    response?.status ?? '',
  ]);
  return [id, description, ...tags, ...new Set(seen)].join(' ').toLowerCase();
}

function cameHtml(check: CheckEvidence, words: PageWords): string {
  const exchange = decisiveExchange(check);
  if (!exchange) return '';
  if (!exchange.response) return `<span class="status none">${words.noResponse}</span>`;
  const { status, body } = exchange.response;
  const text = escapeHtml(shortened(bodyText(body), LONGEST_BODY));
  return `<span class="status s${Math.trunc(status / 100)}">${status}</span> <code class="body">${text}</code>`;
}

function trailHtml(check: CheckEvidence): string {
  const exchange = decisiveExchange(check);
  const id = shownRequestId(exchange);
  const line = gravestLine(exchange?.logs ?? []);
  const level = line?.level
    ? `<span class="level ${levelClass(line.level)}">${escapeHtml(line.level)}</span> `
    : '';
  const log = line
    ? `<span class="log">${level}${escapeHtml(shortened(line.message, LONGEST_MESSAGE))}</span>`
    : '';
  return `${id && `<code class="request-id" title="${escapeHtml(id)}">${escapeHtml(id)}</code>`}${log}`;
}

/** The first difference, or why it was not judged: visible without opening anything. */
function noteHtml({ findings, reason }: CheckEvidence): string {
  const first = findings[0] ? splitPromise(findings[0].message).text : reason;
  if (!first) return '';
  const more = findings.length > 1 ? ` <span class="more">+${findings.length - 1}</span>` : '';
  return `\n<span class="note">${escapeHtml(shortened(first, 400))}${more}</span>`;
}
