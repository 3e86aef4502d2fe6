import { useEffect, useState } from 'preact/hooks';

export const tabs = ['requests', 'operations', 'inbox', 'state'] as const;
export type Tab = (typeof tabs)[number];

/** Where the page is: `#/requests/3f`, `#/operations/auth-v1/login`. */
export interface Route {
  readonly tab: Tab;
  /** What is opened there, empty for nothing. */
  readonly opened: readonly string[];
}

function readRoute(): Route {
  const [first, ...opened] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return { tab: tabs.find((tab) => tab === first) ?? 'requests', opened: opened.filter(Boolean) };
}

export function hashOf(tab: Tab, ...opened: readonly string[]): string {
  return `#/${[tab, ...opened].map(encodeURIComponent).join('/')}`;
}

export function useRoute(): Route {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const changed = () => setRoute(readRoute());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return route;
}
