import type { SQLInputValue } from 'node:sqlite';

/** node:sqlite would take an object in first place for named parameters; anything it cannot bind is a mistake of ours. */
export function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot bind a value of type ${typeof value}`);
}
