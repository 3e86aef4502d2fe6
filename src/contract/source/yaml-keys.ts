import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';

export interface RepeatedKey {
  readonly key: string;
  /** Offset of the second (third, …) key in the text. */
  readonly offset: number;
}

interface Frame {
  /** Keys seen so far; undefined in a sequence or document. */
  readonly keys: Set<string> | undefined;
  nextIsKey: boolean;
}

/** Keys that stand more than once in their mapping, in the order of the text. `<<` may repeat. */
export function duplicateKeys(text: string, events: readonly Event[]): RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const stack: Frame[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      stack.pop();
      continue;
    }
    const frame = stack.at(-1);
    if (frame?.keys) {
      if (frame.nextIsKey && event.type === EVENT_ID.SCALAR) {
        const key = getScalarValue(text, event);
        if (frame.keys.has(key) && key !== '<<') repeated.push({ key, offset: event.valueStart });
        frame.keys.add(key);
      }
      frame.nextIsKey = !frame.nextIsKey;
    }
    if (event.type === EVENT_ID.MAPPING) stack.push({ keys: new Set(), nextIsKey: true });
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.DOCUMENT) {
      stack.push({ keys: undefined, nextIsKey: false });
    }
  }
  return repeated;
}
