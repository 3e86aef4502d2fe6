import type { Finding } from '../../src/contract/finding.ts';
import { h } from './dom.ts';
import { words } from './words.ts';

/** Characters; `401` and `500` are read as wholes, not letter by letter. */
const READ_WHOLE = 12;

/** The differences of a check, each with what was expected beside what came. */
export function findingsView(findings: readonly Finding[]): HTMLElement {
  return h('ul', { class: 'findings', 'aria-label': words.findings }, ...findings.map(findingView));
}

function findingView({ id, message, location, expected, actual }: Finding): HTMLElement {
  return h(
    'li',
    {},
    h('p', { class: 'message' }, message),
    expected !== undefined && actual !== undefined && comparison(expected, actual),
    h('p', { class: 'where' }, h('code', {}, id), ' ', h('code', {}, location)),
  );
}

/** Both values with the part that differs marked. */
function comparison(expected: string, actual: string): HTMLElement {
  const whole = Math.max(expected.length, actual.length) <= READ_WHOLE;
  const start = whole ? 0 : sharedStart(expected, actual);
  const end = whole ? 0 : sharedEnd(expected.slice(start), actual.slice(start));
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
