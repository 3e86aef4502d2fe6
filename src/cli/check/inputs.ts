import type { Json } from '../../contract/json.ts';
import { CommandFailure } from '../context.ts';

/**
 * `name=value` words to inputs; a value that is JSON (`3`, `true`, `["a"]`) is taken as such, all else as text. So is a
 * number that JSON would write otherwise (`1.0`, `1e3`): whoever typed it may mean each character.
 */
export function parseInputs(words: readonly string[]): Record<string, Json> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      if (at < 1) throw new CommandFailure(`--input ${word} is not understood`, 'Write --input name=value.');
      return [word.slice(0, at), readValue(word.slice(at + 1))];
    }),
  );
}

function readValue(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return typeof value === 'number' && String(value) !== text ? text : value;
  } catch {
    return text;
  }
}
