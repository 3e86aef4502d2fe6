import { EVENT_ID, type Event } from 'js-yaml';

/** The first alias that stands inside the node it names: a value without end, which is no JSON. */
export function endlessAlias(
  text: string,
  events: readonly Event[],
): { readonly name: string; readonly offset: number } | undefined {
  // Most documents have none, and the events of a big one are many.
  if (!text.includes('*')) return undefined;
  const open: string[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) open.push('');
    else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      open.push(text.slice(event.anchorStart, event.anchorEnd));
    } else if (event.type === EVENT_ID.ALIAS) {
      const name = text.slice(event.anchorStart, event.anchorEnd);
      if (open.includes(name)) return { name, offset: event.anchorStart - 1 };
    }
  }
  return undefined;
}
