import { isJsonValue, isObject } from '../../src/contract/json.ts';
import { faults } from '../ask/preferences.ts';
import type { Override } from './overrides.ts';

/** A body that the contract has already checked, as an override. */
export function readOverride(body: unknown): Override {
  if (!isObject(body)) return {};
  const { status, example, delay, times } = body;
  const fault = faults.find((name) => name === body.fault);
  return {
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof example === 'string' ? { example } : {}),
    ...(isJsonValue(body.body) ? { body: body.body } : {}),
    ...(isObject(body.headers) ? { headers: readHeaders(body.headers) } : {}),
    ...(typeof delay === 'number' ? { delay } : {}),
    ...(fault === undefined ? {} : { fault }),
    ...(typeof times === 'number' ? { times } : {}),
  };
}

function readHeaders(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
