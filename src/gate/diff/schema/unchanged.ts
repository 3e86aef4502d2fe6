import { isObject, type Json } from '../../../contract/json.ts';

/** Whether two values are written alike, and everything they refer to as well: no need to look closer. */
export type Unchanged = (old: Json | undefined, fresh: Json | undefined) => boolean;

/** What a reference leads to. */
type ValueAt = (reference: string) => Json | undefined;

/** Most of a document stays as it was; this finds that out at the cost of reading it. */
export function createUnchanged(oldAt: ValueAt, newAt: ValueAt): Unchanged {
  const known = new Map<string, boolean>();
  const ownReferences = new Map<string, ReadonlySet<string> | undefined>();
  const referencesOf = (reference: string): ReadonlySet<string> | undefined => {
    if (!ownReferences.has(reference))
      ownReferences.set(reference, alike(oldAt(reference), newAt(reference)));
    return ownReferences.get(reference);
  };
  const isSame = (reference: string): boolean => {
    const met = new Set([reference]);
    for (const each of met) {
      const further = known.get(each) === false ? undefined : referencesOf(each);
      if (!further) {
        known.set(reference, false);
        return false;
      }
      for (const next of further) if (known.get(next) !== true) met.add(next);
    }
    for (const each of met) known.set(each, true);
    return true;
  };
  return (old, fresh) => {
    const references = alike(old, fresh);
    return references?.values().every((reference) => known.get(reference) ?? isSame(reference)) ?? false;
  };
}

/** The references in two values that are equal, member by member; undefined where they are not. */
function alike(old: Json | undefined, fresh: Json | undefined): ReadonlySet<string> | undefined {
  const references = new Set<string>();
  return areEqual(old, fresh, references) ? references : undefined;
}

function areEqual(old: Json | undefined, fresh: Json | undefined, references: Set<string>): boolean {
  if (Array.isArray(old)) {
    if (!Array.isArray(fresh) || old.length !== fresh.length) return false;
    return old.every((item, index) => areEqual(item, fresh[index], references));
  }
  if (!isObject(old)) return old === fresh;
  if (!isObject(fresh)) return false;
  const names = Object.keys(old);
  if (names.length !== Object.keys(fresh).length) return false;
  for (const reference of [old.$ref, old.$dynamicRef])
    if (typeof reference === 'string') references.add(reference);
  return names.every((name) => Object.hasOwn(fresh, name) && areEqual(old[name], fresh[name], references));
}
