import type { Finding } from '../../src/contract/finding.ts';
import { splitPromise } from '../../src/reports/promise.ts';
import { h } from './dom.ts';
import { words } from './words.ts';

/** Characters; `401` and `500` are read as wholes, not letter by letter. */
const READ_WHOLE = 12;

/** The differences of a check, each with what was expected beside what came. */
export function findingsView(findings: readonly Finding[]): HTMLElement {
  return h('ul', { class: 'findings', 'aria-label': words.findings }, ...findings.map(findingView));
}

function findingView({ id, message, location, expected, actual }: Finding): HTMLElement {
  const { text, promise } = splitPromise(message);
  return h(
    'li',
    {},
    h('p', { class: 'message' }, text),
    expected !== undefined && actual !== undefined && comparison(expected, actual),
    h('p', { class: 'where' }, ...[id, location, promise].filter(Boolean).map((word) => h('code', {}, word))),
  );
}

/** Both values with the part that differs marked. */
function comparison(expected: string, actual: string): HTMLElement {
  const [start, end] = shared(expected, actual);
  const marked = (text: string, tag: string) =>
    h(
      'code',
      {},
      text.slice(0, start),
      h(tag, {}, text.slice(start, text.length - end)),
      text.slice(text.length - end),
    );
  return h(
    'dl',
    { class: 'comparison' },
    h('div', { class: 'wanted' }, h('dt', {}, words.expected), h('dd', {}, marked(expected, 'ins'))),
    h('div', { class: 'got' }, h('dt', {}, words.actual), h('dd', {}, marked(actual, 'del'))),
  );
}

/** How much both begin and end with: nothing where that is so little that marking the rest would only disturb. */
function shared(expected: string, actual: string): readonly [start: number, end: number] {
  if (Math.max(expected.length, actual.length) <= READ_WHOLE) return [0, 0];
  const start = sharedStart(expected, actual);
  const end = sharedEnd(expected.slice(start), actual.slice(start));
  const isAlike = 2 * (start + end) >= Math.max(expected.length, actual.length);
  return isAlike ? [start, end] : [0, 0];
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
