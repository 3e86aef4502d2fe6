import type { Json } from '../../src/contract/json.ts';
import { h } from './dom.ts';

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
/** Characters; a longer body is shown without colours, which would take longer than reading it. */
const MOST_COLOURED = 200_000;

/** A body, pretty-printed: JSON with colours, anything else as it came. */
export function bodyView(body: Json): HTMLElement {
  const pre = h('pre', { class: 'body', tabindex: '0' });
  if (typeof body === 'string') {
    pre.textContent = body;
    return pre;
  }
  const text = JSON.stringify(body, null, 2);
  if (text.length > MOST_COLOURED) pre.textContent = text;
  else pre.append(...coloured(text));
  return pre;
}

function* coloured(text: string): Iterable<Node | string> {
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [all, string, colon, word] = match;
    yield text.slice(end, match.index);
    end = match.index + all.length;
    const kind = string ? (colon ? 'key' : 'string') : word ? 'word' : 'number';
    yield h('span', { class: kind }, string ?? all);
    if (colon) yield colon;
  }
  yield text.slice(end);
}
