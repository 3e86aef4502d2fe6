import type { Change } from '../change.ts';
import type { Kind } from '../kinds.ts';

/** A property that came, went or changed its part in the object. */
export function describeProperty(kind: Kind, name: string): Change {
  const quoted = JSON.stringify(name);
  return {
    kind,
    property: name,
    left: kind === 'property-no-longer-accepted' ? `objects with ${quoted}` : `objects without ${quoted}`,
    entered: `objects without ${quoted}`,
    note: notes[kind]?.(quoted) ?? '',
  };
}

const ofNoConcern = (name: string): string =>
  `${name} does not travel in this direction: no client meets the change`;

const removed = (name: string): string =>
  `${name} is no longer described: who relies on it may find it gone or ignored`;

const notes: Partial<Record<Kind, (name: string) => string>> = {
  'optional-property-added': (name) => `${name} may be there now`,
  'property-removed': removed,
  'required-property-removed': removed,
  'required-property-appeared': (name) =>
    `${name}, which was write-only, is now part of what clients receive`,
  'optional-property-appeared': (name) => `${name} may be there now`,
  'required-property-disappeared': (name) => `${name} is no longer part of it`,
  'optional-property-disappeared': (name) => `${name} is no longer part of it`,
  'required-property-reserved': (name) => `${name} now travels in this direction only`,
  'optional-property-reserved': (name) => `${name} now travels in this direction only`,
  'required-property-not-reserved': (name) => `${name} now travels in both directions`,
  'optional-property-not-reserved': (name) => `${name} now travels in both directions`,
  'required-hidden-property-added': ofNoConcern,
  'optional-hidden-property-added': ofNoConcern,
  'required-hidden-property-removed': ofNoConcern,
  'optional-hidden-property-removed': ofNoConcern,
  'hidden-property-became-required': ofNoConcern,
  'hidden-property-became-optional': ofNoConcern,
};
