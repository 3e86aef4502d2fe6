import type { Json } from '../../src/contract/json.ts';
import { jsonTokens } from '../shared/json-tokens.ts';
import { h } from './dom.ts';

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
  for (const { text: piece, kind } of jsonTokens(text))
    yield kind ? h('span', { class: kind }, piece) : piece;
}
