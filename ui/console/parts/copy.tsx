import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { COPIED_FOR, copyText } from '../../shared/clipboard.ts';

/** A button that copies a text and says so. `text` is made when it is pressed. */
export function Copy({ label, text }: { readonly label: string; readonly text: () => string }): VNode {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_FOR);
  };
  return (
    <button type="button" class="button" aria-live="polite" onClick={() => void copy()}>
      {copied ? 'Copied' : label}
    </button>
  );
}

/** A command to try, with a button that copies it. */
export function Command({ text }: { readonly text: string }): VNode {
  return (
    <div class="command">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <Copy label="Copy" text={() => text} />
    </div>
  );
}
