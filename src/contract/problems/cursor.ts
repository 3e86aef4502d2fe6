import type { Complaint } from '../document/complaint.ts';
import { holder } from '../document/member-kinds.ts';
import { escapeStep, formatPointer, fragmentPointer, memberAt, parsePointer } from '../document/pointer.ts';
import type { Resolver } from '../document/resolve.ts';
import { isObject, type Json } from '../json.ts';

/** A value of a bundled document and where it stands. */
export interface Cursor {
  readonly value: Json | undefined;
  readonly pointer: string;
}

/** Collects what is wrong, each thing once: a shared parameter may be met a thousand times. */
export interface Reporter {
  readonly resolver: Resolver;
  error(at: Cursor, message: string): void;
  warning(at: Cursor, message: string): void;
  /** Behind all `$ref`s. A reference to nowhere is reported, and nothing is given. */
  follow(at: Cursor): Cursor | undefined;
  complaints(): readonly Complaint[];
}

export function createReporter(
  resolver: Resolver,
  origin: (pointer: string) => { readonly file: string; readonly pointer: string },
): Reporter {
  const found = new Map<string, Complaint>();
  const add = (severity: Complaint['severity'], { pointer }: Cursor, message: string): void => {
    found.set(`${pointer} ${message}`, { severity, message, ...origin(pointer) });
  };
  const error = (at: Cursor, message: string): void => add('error', at, message);
  const follow = (at: Cursor, met: readonly string[] = []): Cursor | undefined => {
    if (!isObject(at.value) || typeof at.value.$ref !== 'string') return at;
    const reference = at.value.$ref;
    // What lies outside could not be read, and that has been told.
    if (!reference.startsWith('#')) return undefined;
    const isCircle = met.includes(reference);
    const value = isCircle ? undefined : resolver.at(reference);
    if (value !== undefined) return follow({ value, pointer: targetOf(reference) }, [...met, reference]);
    const trouble = isCircle ? 'it leads back to itself' : 'there is nothing';
    error(
      child(at, '$ref'),
      `"${asWritten(reference)}" leads nowhere: ${trouble}; correct the path or add what it names`,
    );
    return undefined;
  };
  return {
    resolver,
    error,
    warning: (at, message) => add('warning', at, message),
    follow: (at) => follow(at),
    complaints: () => [...found.values()],
  };
}

/** `#/x-bundled/pet.yaml/Dog` is what bundling made of `pet.yaml#/Dog`; paths are as seen from the root's folder. */
function asWritten(reference: string): string {
  const [top, file, ...rest] = parsePointer(targetOf(reference));
  return top === holder && file !== undefined ? `${file}#${formatPointer(rest)}` : reference;
}

const targetOf = (reference: string): string => fragmentPointer(reference.slice(1));

export function child({ value, pointer }: Cursor, step: string | number): Cursor {
  return { value: memberAt(value, String(step)), pointer: `${pointer}/${escapeStep(step)}` };
}

type Members = readonly (readonly [name: string, at: Cursor])[];

/** All members of an object; none for anything else. */
export function entries(at: Cursor): Members {
  return isObject(at.value) ? Object.keys(at.value).map((name) => [name, child(at, name)]) : [];
}

/** Members that mean something to everybody: extensions (`x-…`) are left out. */
export const members = (at: Cursor): Members => entries(at).filter(([name]) => !name.startsWith('x-'));

export function items(at: Cursor): readonly Cursor[] {
  return Array.isArray(at.value) ? at.value.map((_, index) => child(at, index)) : [];
}
