import type { Fault, MockRequest, Preferences } from '../exchange.ts';
import { refuse } from '../problem.ts';
import type { Refusal } from '../types.ts';
import { parsePrefer } from './prefer.ts';

const none: Preferences = { applied: [] };

export const faults: readonly Fault[] = ['timeout', 'reset', 'malformed'];

/** Faults of an implementation that a mock can only show as a status: 503 and 500. */
const statusFaults: Readonly<Record<string, number>> = { 'database-unavailable': 503, 'internal-error': 500 };

/** Longest wait a request may ask for, milliseconds. */
const longestDelay = 60_000;
const mostItems = 1000;

/**
 * What a request asks of its response: the `Prefer` header, or, without one, the query parameters `__code`,
 * `__example`, `__dynamic`, `__seed`, `__delay`, `__fault`, `__items`, `__explain`. A value that makes no sense is a
 * 422; preferences nobody knows are ignored, as RFC 7240 asks, but named: mostly they are misspelt.
 */
export function readPreferences(request: MockRequest): Preferences | Refusal {
  const header = request.headers.prefer;
  if (header !== undefined) return understand(parsePrefer(header));
  if (!request.query.includes('__')) return none;
  return understand(queryForms(request.query));
}

function queryForms(query: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (name.startsWith('__') && !found.has(name.slice(2))) found.set(name.slice(2), value);
  }
  return found;
}

function understand(asked: ReadonlyMap<string, string>): Preferences | Refusal {
  const applied: string[] = [];
  const unknown = [...asked.keys()].filter((name) => !Object.hasOwn(readers, name) && !others.has(name));
  let preferences: Preferences = unknown.length === 0 ? { applied } : { applied, unknown };
  for (const [name, value] of asked) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    // No example has an empty name: `?__example=` asks for nothing.
    if (read === undefined || (name === 'example' && value === '')) continue;
    const part = read(value);
    if (part === undefined)
      return refuse('UNPROCESSABLE_ENTITY', `Prefer: ${name}=${value} is not understood. ${help[name]}`);
    // `fault=internal-error` stands for a status; a status asked for by name wins over it.
    preferences = name === 'fault' ? { ...part, ...preferences } : { ...preferences, ...part };
    applied.push(value === '' ? name : `${name}=${/^[\w.~-]+$/.test(value) ? value : JSON.stringify(value)}`);
  }
  return preferences;
}

type Part = Omit<Preferences, 'applied' | 'unknown'>;

/** `clock` is for an implementation; the rest is registered for others than mocks (RFC 7240 section 5.1). */
const others = new Set('clock respond-async return wait handling depth-noroot safe'.split(' '));

const readers: Readonly<Record<string, (value: string) => Part | undefined>> = {
  code: (value) => (/^[2-9]\d\d$/.test(value) ? { code: Number(value) } : undefined),
  example: (value) => ({ example: value }),
  dynamic: (value) =>
    value === 'true' ? { dynamic: true } : value === 'false' ? { dynamic: false } : undefined,
  seed: (value) => ({ seed: value }),
  delay: (value) => {
    const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s)?$/.exec(value) ?? [];
    if (amount === undefined) return undefined;
    return { delay: Math.min(Number(amount) * (unit === 's' ? 1000 : 1), longestDelay) };
  },
  fault: (value) => {
    const fault = faults.find((name) => name === value);
    if (fault !== undefined) return { fault };
    const code = Object.hasOwn(statusFaults, value) ? statusFaults[value] : undefined;
    return code === undefined ? undefined : { code, byFault: true };
  },
  items: (value) => (/^\d{1,4}$/.test(value) ? { items: Math.min(Number(value), mostItems) } : undefined),
  explain: (value) => ({ explain: value === 'full' ? 'full' : 'short' }),
};

/** What may be asked for. */
export const preferenceNames: readonly string[] = Object.keys(readers);

const help: Readonly<Record<string, string>> = {
  code: 'A response code is three digits, 200 or more.',
  dynamic: 'It is true or false.',
  delay: 'A delay is milliseconds, or seconds with an s: 800, 1.5s.',
  fault: `Faults are ${faults.join(', ')}, ${Object.keys(statusFaults).join(', ')}.`,
  items: 'It is the length of generated arrays.',
};
