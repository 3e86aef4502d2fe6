import { clearFilters, rows } from './filters.ts';

const search = document.querySelector<HTMLInputElement>('#search');

/** `/` search, `j` `k` and arrows from check to check, `Enter` opens (the browser does that), `Esc` closes. */
export function startKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = event.target === search ? searchAction(event.key) : pageAction(event.key, event.target);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function searchAction(key: string): (() => void) | undefined {
  if (key === 'Escape') return leaveSearch;
  if (key === 'ArrowDown' || key === 'Enter') return () => move(1);
  return undefined;
}

function pageAction(key: string, target: EventTarget | null): (() => void) | undefined {
  if (key === '/') return () => search?.select();
  if (key === 'Escape') return close;
  if (key === 'j') return () => move(1);
  if (key === 'k') return () => move(-1);
  // Arrows scroll the page unless a check has the focus; the list of contracts needs them itself.
  if (!currentRow(target)) return undefined;
  if (key === 'ArrowDown') return () => move(1);
  if (key === 'ArrowUp') return () => move(-1);
  return undefined;
}

function leaveSearch(): void {
  if (search?.value) clearFilters();
  else search?.blur();
}

/** The check whose row, not whose inside, has the focus. */
function currentRow(target: EventTarget | null): HTMLElement | undefined {
  const summary = target instanceof Element ? target.closest('.check > summary') : null;
  return summary?.parentElement ?? undefined;
}

/** Puts the focus on the next check that is shown; without one that has it, on the first or last. */
function move(by: 1 | -1): void {
  const current = document.activeElement?.closest<HTMLElement>('.check');
  let index = current ? Number(current.dataset.number) + by : by > 0 ? 0 : rows.length - 1;
  while (rows[index]?.hidden) index += by;
  rows[index]?.querySelector('summary')?.focus();
}

/** Closes the check that has the focus, or the last one that was opened. */
function close(): void {
  const open = document.activeElement?.closest<HTMLDetailsElement>('.check[open]');
  const row = open ?? [...document.querySelectorAll<HTMLDetailsElement>('.check[open]')].at(-1);
  if (!row) return;
  row.open = false;
  row.querySelector('summary')?.focus();
}
