import { every } from './dom.ts';
import { words } from './words.ts';

/** Every check of the page; its `data-number` is its place in this list. */
export const rows = every('.check');
const parts = every('.part');
const sections = every('.checklist-section');
const chips = every('.chip');
const search = document.querySelector<HTMLInputElement>('#search');
const contract = document.querySelector<HTMLSelectElement>('#contract');
const count = document.querySelector('.count [aria-hidden]');
const spoken = document.querySelector('.count [role=status]');
const nothing = document.querySelector<HTMLElement>('.nothing');

/** Text of a row as it is searched: what is seen and what is only known. Made when first needed. */
const texts = new Map<HTMLElement, string>();

/** Shows the search field and the filters and lets them work. */
export function startFilters(): void {
  document.querySelector('.toolbar')?.removeAttribute('hidden');
  search?.addEventListener('input', apply);
  contract?.addEventListener('change', apply);
  document.querySelector('.reset')?.addEventListener('click', clearFilters);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chip.ariaPressed = String(chip.ariaPressed !== 'true');
      apply();
    });
  }
  apply();
}

export function clearFilters(): void {
  if (search) search.value = '';
  if (contract) contract.value = '';
  for (const chip of chips) chip.ariaPressed = 'false';
  apply();
}

/** Hides what does not match, with headings that have nothing left under them. */
function apply(): void {
  const pressed = chips.filter((chip) => chip.ariaPressed === 'true').map((chip) => chip.dataset.verdict);
  const wanted = (search?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const matches =
      (pressed.length === 0 || pressed.includes(row.dataset.verdict)) &&
      (!contract?.value || row.dataset.contract === contract.value) &&
      wanted.every((word) => textOf(row).includes(word));
    if (row.hidden === matches) row.hidden = !matches;
    if (matches) shown += 1;
  }
  for (const group of [...parts, ...sections]) group.hidden = !group.querySelector('.check:not([hidden])');
  tell(shown);
  if (nothing) nothing.hidden = shown > 0 || rows.length === 0;
}

function tell(shown: number): void {
  if (count) count.textContent = `${shown} / ${rows.length}`;
  const sentence = words.shown.replace('{shown}', String(shown)).replace('{all}', String(rows.length));
  if (spoken) spoken.textContent = sentence;
}

function textOf(row: HTMLElement): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = `${row.querySelector('summary')?.textContent ?? ''} ${row.dataset.search ?? ''}`.toLowerCase();
  texts.set(row, text);
  return text;
}
