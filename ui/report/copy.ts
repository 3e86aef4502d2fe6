import { COPIED_FOR, copyText } from '../shared/clipboard.ts';
import { h } from './dom.ts';
import { words } from './words.ts';

/** A button that copies a text and says so. `text` is made when it is pressed. */
export function copyButton(label: string, text: () => string): HTMLElement {
  const button = h('button', { type: 'button', class: 'copy', click: () => void copy() }, label);
  button.setAttribute('aria-live', 'polite');
  async function copy(): Promise<void> {
    await copyText(text());
    button.textContent = words.copied;
    setTimeout(() => {
      button.textContent = label;
    }, COPIED_FOR);
  }
  return button;
}
