import { clearFilters } from './filters.ts';

/** Opens the check that the address names (`#auth-v1/login-valid`), now and whenever it changes. */
export function startDeepLinks(): void {
  addEventListener('hashchange', openLinked);
  openLinked();
}

/** Writes the address of an opened check, so that it can be copied and sent. */
export function linkTo(row: HTMLElement): void {
  history.replaceState(null, '', `#${encodeURI(row.id)}`);
}

function openLinked(): void {
  const row = document.getElementById(decoded(location.hash.slice(1)));
  if (!(row instanceof HTMLDetailsElement)) return;
  if (row.hidden) clearFilters();
  row.open = true;
  row.scrollIntoView({ block: 'start' });
  row.querySelector('summary')?.focus({ preventScroll: true });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
