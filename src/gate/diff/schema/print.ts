import type { Json } from '../../../contract/json.ts';

const longest = 60;
const most = 8;

/** A value as messages show it. */
export function print(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}

/** `"a", "b" and "c"`; a long list is cut. */
export function printAll(values: readonly Json[]): string {
  const shown = values.slice(0, most).map((value) => print(value) ?? '');
  if (values.length > most) return `${shown.join(', ')} and ${values.length - most} more`;
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}
