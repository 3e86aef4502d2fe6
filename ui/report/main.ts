import { linkTo, startDeepLinks } from './deep-link.ts';
import { fillDetails } from './details.ts';
import { every } from './dom.ts';
import { startFilters } from './filters.ts';
import { startKeyboard } from './keyboard.ts';
import { words } from './words.ts';

for (const time of every('header time')) {
  const date = new Date(time.getAttribute('datetime') ?? '');
  time.textContent = date.toLocaleString(words.language, { dateStyle: 'long', timeStyle: 'medium' });
}

// `toggle` does not bubble; one listener that captures serves ten thousand rows.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.matches('.check')) return;
    fillDetails(target);
    if (target.open) linkTo(target);
  },
  true,
);

startFilters();
startKeyboard();
startDeepLinks();
