import { hashOf, tabs } from './route.ts';

const search = () => document.querySelector<HTMLInputElement>('#search');
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/**
 * `/` search, arrows or `j` `k` from row to row, `Enter` opens (the browser does that), `→` opens and goes there, `←` comes
 * back, `Esc` closes, `1`–`4` tabs.
 */
export function startKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actionFor(event.key, event.target);
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

function actionFor(key: string, target: EventTarget | null): (() => void) | undefined {
  if (target === search()) return searchAction(key);
  if (target instanceof HTMLElement && target.matches('input, select, textarea')) {
    return key === 'Escape' ? () => target.blur() : undefined;
  }
  if (key === '/') return () => search()?.select();
  if (key === 'Escape') return close;
  if (key === 'j') return () => move(1);
  if (key === 'k') return () => move(-1);
  const tab = /^[1-9]$/.test(key) ? tabs[Number(key) - 1] : undefined;
  if (tab !== undefined) return () => location.assign(hashOf(tab));
  // Arrows scroll where no row has the focus.
  const inRow = target instanceof Element && target.closest('[data-row]') !== null;
  if (key === 'ArrowDown' && (inRow || target === document.body)) return () => move(1);
  if (key === 'ArrowUp' && inRow) return () => move(-1);
  if (key === 'ArrowRight' && inRow && target instanceof HTMLAnchorElement) return () => enter(target);
  // A body that is too wide scrolls by arrows.
  const inDetail = target instanceof Element && target.closest('.main') !== null && !target.matches('pre');
  if (key === 'ArrowLeft' && inDetail) return () => openedRow()?.focus();
  return undefined;
}

/** Past all the other rows, which `Tab` would go through one by one. */
function enter(row: HTMLAnchorElement): void {
  row.click();
  document.querySelector<HTMLElement>('.main')?.focus();
}

const openedRow = () => document.querySelector<HTMLElement>('[data-row][aria-current="true"]');

function searchAction(key: string): (() => void) | undefined {
  if (key === 'ArrowDown' || key === 'Enter') return () => move(1);
  if (key !== 'Escape') return undefined;
  return () => {
    const input = search();
    if (input === null) return;
    if (input.value === '') input.blur();
    input.value = '';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
}

function move(by: 1 | -1): void {
  const all = rows();
  const focused = document.activeElement?.closest<HTMLElement>('[data-row]');
  const current = focused ?? openedRow();
  const at = current ? all.indexOf(current) + by : by > 0 ? 0 : all.length - 1;
  all[Math.max(0, Math.min(at, all.length - 1))]?.focus();
}

function close(): void {
  const [tab] = location.hash.replace(/^#\/?/, '').split('/');
  const current = openedRow();
  location.assign(hashOf(tabs.find((one) => one === tab) ?? 'requests'));
  current?.focus();
}
