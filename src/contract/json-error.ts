/** `first-…`: right after the bracket, where it may also close. */
type State = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next';

const token =
  /[ \n\r\t]*(?:(?<mark>[{}[\],:])|(?<text>"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(?<scalar>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b))/uy;

/**
 * The offset where a text stops being JSON (RFC 8259). V8 tells it for some mistakes only. Only meant for a text that
 * `JSON.parse` has refused.
 */
export function jsonErrorOffset(text: string): number {
  const stack: ('{' | '[')[] = [];
  let state: State = 'value';
  let at = 0;
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const kind = match.groups?.mark ?? (match.groups?.text === undefined ? 'scalar' : 'text');
    const next = step(state, kind, stack);
    if (!next) break;
    state = next;
    at = token.lastIndex;
    if (stack.length === 0) break;
  }
  return skipSpace(text, at);
}

const skipSpace = (text: string, at: number): number => at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);

/** What may follow a token; undefined when the token may not stand here. */
function step(state: State, kind: string, stack: ('{' | '[')[]): State | undefined {
  const inside = stack.at(-1);
  if (kind === '}' || kind === ']') {
    const isEmpty = state === (kind === '}' ? 'first-key' : 'first-value');
    if (inside !== (kind === '}' ? '{' : '[') || (state !== 'next' && !isEmpty)) return undefined;
    stack.pop();
    return 'next';
  }
  if (kind === ',') return state === 'next' && inside ? (inside === '{' ? 'key' : 'value') : undefined;
  if (kind === ':') return state === 'colon' ? 'value' : undefined;
  if (state === 'key' || state === 'first-key') return kind === 'text' ? 'colon' : undefined;
  if (state !== 'value' && state !== 'first-value') return undefined;
  if (kind !== '{' && kind !== '[') return 'next';
  stack.push(kind);
  return kind === '{' ? 'first-key' : 'first-value';
}
