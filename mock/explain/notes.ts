import type { Note } from '../exchange.ts';

/** The decisions in their order, each told once: a step often repeats what the one before it said. */
export function distinctNotes(notes: readonly Note[]): readonly Note[] {
  const told = new Set<string>();
  return notes.flatMap(({ slot, text }) => {
    const fresh = text.split('; ').filter((part) => !told.has(part) && told.add(part));
    // A problem without a detail ends in a colon.
    return fresh.length === 0 ? [] : [{ slot, text: fresh.join('; ').replace(/: $/, '') }];
  });
}
