import type { TraceRow } from '../types.ts';
import { escapeHtml, inlineCode } from './escape.ts';
import type { PageWords } from './words.ts';

/** Every documented statement, what promises it in the contract, and the checks that prove it. */
export function* traceHtml(rows: readonly TraceRow[], words: PageWords): Iterable<string> {
  const unproved = rows.filter(({ checks }) => checks.length === 0).length;
  const gap = unproved > 0 ? ` <span class="gap">${unproved} ${words.unproved}</span>` : '';
  yield `<details class="trace" id="trace"><summary><h2>${words.trace}</h2> <b>${rows.length}</b>${gap}</summary><div class="scroll"><table>
<thead><tr><th>${words.statement}</th><th>${words.promise}</th><th>${words.provedBy}</th></tr></thead><tbody>
`;
  for (const row of rows) yield rowHtml(row, words);
  yield '</tbody></table></div></details>\n';
}

function rowHtml({ statement, text, promise, checks }: TraceRow, words: PageWords): string {
  const proofs = checks.map(({ id, verdict }) => {
    const link = `<a href="#${escapeHtml(encodeURI(id))}">${escapeHtml(id)}</a>`;
    return `<li class="${verdict ?? 'skipped'}"><span class="dot"></span>${link}</li>`;
  });
  const proof =
    proofs.length > 0 ? `<ul>${proofs.join('')}</ul>` : `<span class="gap">${words.unproved}</span>`;
  const said = `<span class="place">${escapeHtml(statement)}</span> ${inlineCode(text)}`;
  return `<tr><td>${said}</td><td><code>${escapeHtml(promise)}</code></td><td>${proof}</td></tr>\n`;
}
