import { useEffect, useRef } from 'preact/hooks';
import { hashOf, type Route } from './route.ts';

/**
 * Where there is room for one pane, what is opened hides the list and what is closed hides the rest: the focus goes along, to
 * what was opened, and back to its row.
 */
export function useFocusAlong({ tab, opened }: Route): void {
  const now = hashOf(tab, ...opened);
  const before = useRef(now);
  useEffect(() => {
    const last = before.current;
    before.current = now;
    if (last === now || isInSight(document.activeElement)) return;
    const next = opened.length > 0 ? '.main' : `[data-row][href="${CSS.escape(last)}"]`;
    document.querySelector<HTMLElement>(next)?.focus();
  }, [now]);
}

/** What was opened keeps its empty frame when it is closed. */
function isInSight(focused: Element | null): boolean {
  return focused !== null && !focused.matches('body, .main') && focused.checkVisibility();
}
