import type { CheckEvidence, Exchange } from '../../evidence/types.ts';
import { decisiveExchange, gravestLine, shownRequestId } from '../highlight.ts';
import { splitPromise } from '../promise.ts';
import { bodyText, logText } from '../transcript.ts';
import { SIGN, type Words } from '../words.ts';
import { codeCell, documentCell, plainCell, tableRow } from './text.ts';

/** More steps than these are shown by their first and last status. */
const MOST_STATUSES = 4;

export function tableHead(words: Words): string {
  const columns = [
    words.result,
    words.scenario,
    words.expected,
    words.status,
    words.responseBody,
    '`X-Request-ID`',
    words.log,
  ];
  return `\n${tableRow(columns)}${tableRow(columns.map(() => '---'))}`;
}

/** One row of the checklist, and below it a row for each finding. */
export function row(check: CheckEvidence, words: Words): string {
  const exchange = decisiveExchange(check);
  const line = gravestLine(exchange?.logs ?? []);
  const cells = [
    `${SIGN[check.verdict]} ${words.verdict[check.verdict]}`,
    documentCell(check.summary),
    documentCell(check.source?.expected ?? ''),
    statuses(check.exchanges, exchange, words),
    codeCell(bodyText(exchange?.response?.body ?? null)),
    codeCell(shownRequestId(exchange)),
    line ? codeCell(logText(line)) : '',
  ];
  return tableRow(cells) + notes(check, words).map(noteRow).join('');
}

/** `201 → 401`: what the steps were answered, in their order. The decisive one stands out where it is not the last. */
function statuses(exchanges: readonly Exchange[], decisive: Exchange | undefined, words: Words): string {
  const last = exchanges.length - 1;
  const isLong = exchanges.length > MOST_STATUSES;
  const all = exchanges.map((exchange, index) => {
    const status = exchange.response ? `\`${exchange.response.status}\`` : words.noResponse;
    if (exchange === decisive && index < last) return `**${status}**`;
    return isLong && index > 0 && index < last ? '…' : status;
  });
  return all.filter((word, index) => word !== '…' || all[index - 1] !== '…').join(' → ');
}

function notes({ findings, reason }: CheckEvidence, words: Words): string[] {
  const reasons = reason ? [`${words.reason}: ${plainCell(reason)}`] : [];
  const told = findings.map(({ id, message }, index) => {
    const { text, promise } = splitPromise(message);
    const before = findings[index - 1];
    // Several differences of one answer share the place of the promise: the first names it.
    const isTold = before !== undefined && splitPromise(before.message).promise === promise;
    return `${codeCell(id)} ${plainCell(isTold ? text : message)}`;
  });
  return [...reasons, ...told];
}

function noteRow(note: string): string {
  return tableRow(['', `↳ ${note}`, '', '', '', '', '']);
}
