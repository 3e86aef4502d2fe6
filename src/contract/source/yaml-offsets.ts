import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';

/**
 * Finds offsets of values in a YAML or JSON text (JSON is YAML) by the steps to them; the nearest value around
 * what is not there. Undefined for a text that is neither.
 */
export function yamlOffsetFinder(text: string): ((steps: readonly string[]) => number) | undefined {
  const events = eventsOf(text);
  if (!events) return undefined;
  const anchors = new Map<string, number>();
  events.forEach((event, index) => {
    if ('tagStart' in event && event.anchorStart !== -1) {
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), index);
    }
  });
  return (steps) => descend({ text, events, anchors }, steps);
}

interface Tree {
  readonly text: string;
  readonly events: readonly Event[];
  readonly anchors: ReadonlyMap<string, number>;
}

function eventsOf(text: string): Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth: 500 });
  } catch {
    return undefined;
  }
}

function descend(tree: Tree, steps: readonly string[]): number {
  // Event 0 opens the document, event 1 is its root.
  let node = 1;
  let offset = startOf(tree.events[node]) ?? 0;
  for (const step of steps) {
    const found = stepInto(tree, follow(tree, node), step);
    if (!found) break;
    node = found.node;
    offset = found.offset;
  }
  return offset;
}

/** An alias stands for the node with its anchor. */
function follow({ text, events, anchors }: Tree, node: number): number {
  const event = events[node];
  if (event?.type !== EVENT_ID.ALIAS) return node;
  return anchors.get(text.slice(event.anchorStart, event.anchorEnd)) ?? node;
}

interface Found {
  readonly node: number;
  readonly offset: number;
}

function stepInto({ text, events }: Tree, node: number, step: string): Found | undefined {
  const parent = events[node];
  const isMapping = parent?.type === EVENT_ID.MAPPING;
  if (!isMapping && parent?.type !== EVENT_ID.SEQUENCE) return undefined;
  let index = 0;
  for (let at = node + 1; at < events.length && events[at]?.type !== EVENT_ID.POP; index += 1) {
    const child = isMapping ? after(events, at) : at;
    const event = events[at];
    const name = isMapping
      ? event?.type === EVENT_ID.SCALAR
        ? getScalarValue(text, event)
        : ''
      : String(index);
    if (name === step) return { node: child, offset: startOf(event) ?? 0 };
    at = after(events, child);
  }
  return undefined;
}

/** The index after a node and everything in it. */
function after(events: readonly Event[], node: number): number {
  let depth = 0;
  for (let at = node; at < events.length; at += 1) {
    const type = events[at]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    if (type === EVENT_ID.POP) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return events.length;
}

function startOf(event: Event | undefined): number | undefined {
  if (!event || !('type' in event)) return undefined;
  if (event.type === EVENT_ID.SCALAR) {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return event.valueStart - (quoted ? 1 : 0);
  }
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
  return event.type === EVENT_ID.ALIAS ? event.anchorStart - 1 : undefined;
}
