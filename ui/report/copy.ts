import { h } from './dom.ts';
import { words } from './words.ts';

const SHOWN_FOR = 1400;

/** A button that copies a text and says so. `text` is made when it is pressed. */
export function copyButton(label: string, text: () => string): HTMLElement {
  const button = h('button', { type: 'button', class: 'copy', click: () => void copy() }, label);
  button.setAttribute('aria-live', 'polite');
  async function copy(): Promise<void> {
    await write(text());
    button.textContent = words.copied;
    setTimeout(() => {
      button.textContent = label;
    }, SHOWN_FOR);
  }
  return button;
}

/** A page opened from a file may have no clipboard API; the old way still works there. */
async function write(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}
