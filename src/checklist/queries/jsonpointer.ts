import { parsePointer } from '../../contract/document/pointer.ts';
import { walk } from '../expressions/pointer.ts';
import type { Engine } from './engine.ts';
import { setAt } from './set-at.ts';

/** JSON Pointer (RFC 6901), also in its URI fragment form with a leading `#`. */
export const jsonpointerEngine: Engine = {
  mistake: (query) => (/^#?(\/|$)/.test(query) ? undefined : 'a JSON Pointer is empty or begins with "/"'),
  test: (query, context) => walk(context, tokensOf(query)) !== undefined,
  select: (query, context) => walk(context, tokensOf(query)),
  replace: (target, context, value) => setAt(context, tokensOf(target), value),
};

function tokensOf(query: string): string[] {
  return parsePointer(query.replace(/^#/, ''));
}
