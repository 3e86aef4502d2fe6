import type { VNode } from 'preact';
import { jsonTokens } from '../../shared/json-tokens.ts';

/** Characters; a longer body is shown without colours, which would take longer than reading it. */
const MOST_COLOURED = 50_000;

/** Any value as indented JSON, with colours. */
export function Json({ value, label }: { readonly value: unknown; readonly label: string }): VNode {
  return <Code text={JSON.stringify(value, null, 2) ?? ''} label={label} />;
}

/** A body as it came: JSON is laid out, anything else stands as it is. */
export function Body({ text, label }: { readonly text: string; readonly label: string }): VNode {
  return <Code text={laidOut(text)} label={label} />;
}

function Code({ text, label }: { readonly text: string; readonly label: string }): VNode {
  return (
    <section aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre class="body" tabIndex={0}>
        {/^\s*[[{"]/.test(text) && text.length <= MOST_COLOURED ? coloured(text) : text}
      </pre>
    </section>
  );
}

export function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function coloured(text: string): (VNode | string)[] {
  return [...jsonTokens(text)].map(({ text: piece, kind }) =>
    kind ? <span class={kind}>{piece}</span> : piece,
  );
}
