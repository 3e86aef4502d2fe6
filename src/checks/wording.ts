import { formatPointer } from '../contract/document/pointer.ts';
import type { Response, Violation } from '../contract/types.ts';
import type { JudgedExchange } from './types.ts';

const LONGEST_VALUE = 160;

/** Where the promise stands: `auth-v1 POST /login, #/paths/~1login/post/responses/401`. */
export function whereDocumented({ contract, operation }: JudgedExchange, response?: Response): string {
  const pointer = `${operation.pointer.replace(/^#/, '')}/responses${response ? `/${response.status}` : ''}`;
  return `${contract.id} ${operation.method} ${operation.path}, #${pointer}`;
}

/** A value as one short line: JSON, cut after 160 characters. */
export function printable(value: unknown): string {
  // JSON.parse reads 1e400 as Infinity, which JSON.stringify would call null.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number out of range';
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Where in the response to look, as an Arazzo runtime expression: `$response.body#/items/0/name`. */
export function bodyLocation(path: Violation['path']): string {
  return path.length === 0 ? '$response.body' : `$response.body#${formatPointer(path)}`;
}

/** `$response.header.X-Request-ID`. */
export function headerLocation(name: string): string {
  return `$response.header.${name}`;
}

/** What a keyword asked for: `required property "id"`, `maxLength 3`, `one of "a", "b"`. */
export function expectation({ keyword, params, message }: Violation): string {
  if (keyword === 'required') return `property ${printable(params.missingProperty)}`;
  if (keyword === 'type') return `type ${[params.type].flat().join(' or ')}`;
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    return `one of ${params.allowedValues.map(printable).join(', ')}`;
  }
  return message.replace(/^must (be |have |match )?/, '');
}
