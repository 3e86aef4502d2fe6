import type { Json } from '../../src/contract/json.ts';
import type { Exchange, LogLine } from '../../src/evidence/types.ts';
import { levelClass } from '../../src/reports/html/level-class.ts';
import { curl } from '../shared/curl.ts';
import { copyButton } from './copy.ts';
import { h } from './dom.ts';
import { bodyView } from './json-view.ts';
import { words } from './words.ts';

/** When the exchanges of a check began and how long they took together, in milliseconds. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** One exchange with everything that is known of it. */
export function exchangeView(exchange: Exchange, span: Span): HTMLElement {
  const { step, request, response, logs } = exchange;
  return h(
    'article',
    { class: 'exchange' },
    h(
      'header',
      {},
      h('h4', {}, step),
      h('code', { class: 'line' }, h('b', {}, request.method), ` ${request.url}`),
      statusView(response?.status),
    ),
    timingView(exchange, span),
    h(
      'div',
      { class: 'sides' },
      sideView(words.request, request.headers, request.body),
      response
        ? sideView(words.response, response.headers, response.body)
        : h('section', {}, h('h5', {}, words.response), h('p', { class: 'none' }, words.noResponse)),
    ),
    logsView(logs, Date.parse(exchange.startedAt)),
    identityView(exchange),
  );
}

function statusView(status: number | undefined): HTMLElement {
  if (status === undefined) return h('span', { class: 'status none' }, words.noResponse);
  return h('span', { class: `status s${Math.trunc(status / 100)}` }, String(status));
}

/** Where in the check this exchange lies and how long it took. */
function timingView({ startedAt, durationMs }: Exchange, { start, length }: Span): HTMLElement {
  const bar = h('span', {});
  const percent = (milliseconds: number) => `${(100 * milliseconds) / Math.max(length, 0.001)}%`;
  bar.style.marginInlineStart = percent(Date.parse(startedAt) - start);
  bar.style.width = percent(durationMs);
  const text = `${durationMs.toFixed(durationMs < 10 ? 1 : 0)} ${words.milliseconds}`;
  return h(
    'div',
    { class: 'timing' },
    h('span', { class: 'track' }, bar),
    h('span', { class: 'took' }, text),
  );
}

function sideView(title: string, headers: Readonly<Record<string, string>>, body: Json): HTMLElement {
  const entries = Object.entries(headers);
  const list = entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)));
  return h(
    'section',
    {},
    h('h5', {}, title),
    h(
      'details',
      { class: 'headers' },
      h('summary', {}, `${words.headers} · ${entries.length}`),
      h('dl', {}, ...list),
    ),
    body === null ? h('p', { class: 'none' }, words.noBody) : bodyView(body),
  );
}

function logsView(logs: readonly LogLine[], start: number): HTMLElement {
  const title = h('h5', {}, words.logs);
  if (logs.length === 0)
    return h('section', { class: 'logs' }, title, h('p', { class: 'none' }, words.noLogs));
  return h('section', { class: 'logs' }, title, h('ol', {}, ...logs.map((line) => logView(line, start))));
}

function logView({ time, level, message, file }: LogLine, start: number): HTMLElement {
  const after = time && Math.round(Date.parse(time) - start);
  return h(
    'li',
    {},
    h(
      'span',
      { class: 'after', title: time },
      after === '' ? '' : `${after < 0 ? '−' : '+'}${Math.abs(after)} ${words.milliseconds}`,
    ),
    h('span', { class: `level ${levelClass(level)}` }, level),
    h('span', { class: 'text' }, message),
    h('span', { class: 'file', title: file }, shortFile(file)),
  );
}

/** The last part of an absolute path; commands and URLs as they are. */
function shortFile(file: string): string {
  return file.replace(/^(?:[A-Za-z]:)?[\\/].*[\\/]/, '');
}

function identityView({ requestId, request }: Exchange): HTMLElement {
  return h(
    'footer',
    {},
    h('span', { class: 'id' }, `${words.requestId} `, h('code', {}, requestId)),
    copyButton(words.copyRequestId, () => requestId),
    copyButton(words.copyCurl, () => curl(request)),
  );
}
