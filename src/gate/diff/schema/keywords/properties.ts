import type { Schema } from '../../../../contract/types.ts';
import type { Change, Child, Compared, Pair } from '../change.ts';
import type { Form } from '../form.ts';
import { bothSpeakOf } from '../type-names.ts';

/** A property on one side: undefined where the schema does not name it. */
interface Side {
  readonly schema: Schema;
  readonly form: Form;
  readonly required: boolean;
  /** `readOnly` in a request, `writeOnly` in a response: it never travels there. */
  readonly hidden: boolean;
}

/** `properties` and `required`: which members an object has. */
export function compareProperties(pair: Pair): Compared {
  if (!bothSpeakOf('object', pair.old.types, pair.new.types)) return { changes: [], children: [] };
  const changes: Change[] = [];
  const children: Child[] = [];
  for (const name of names(pair)) {
    const before = side(name, pair.old, pair.oldForm, pair.direction);
    const after = side(name, pair.new, pair.newForm, pair.direction);
    const kind = kindOf(before, after, pair);
    if (kind) changes.push(describe(kind, name));
    if (before && after && !before.hidden && !after.hidden) {
      children.push({ old: before.schema, new: after.schema, step: name });
      changes.push(...deprecation(name, before.form, after.form));
    }
  }
  return { changes: [...changes, ...undescribed(pair)], children };
}

/** Names that `required` has and `properties` has not: validators ask for them, generated code knows nothing of them. */
function undescribed({ old, new: fresh }: Pair): readonly Change[] {
  const isNew = (name: string, before: Form, after: Form): boolean =>
    after.required.has(name) && !after.properties.has(name) && !before.required.has(name);
  return [
    ...[...fresh.required]
      .filter((name) => isNew(name, old, fresh))
      .map((name) => describe('undescribed-property-became-required', name)),
    ...[...old.required]
      .filter((name) => isNew(name, fresh, old) && !fresh.properties.has(name))
      .map((name) => describe('undescribed-property-became-optional', name)),
  ];
}

function names({ old, new: fresh }: Pair): ReadonlySet<string> {
  return new Set([...old.properties.keys(), ...fresh.properties.keys()]);
}

function side(
  name: string,
  { properties, required }: Form,
  formOf: Pair['oldForm'],
  direction: Pair['direction'],
): Side | undefined {
  const schema = properties.get(name);
  if (schema === undefined) return undefined;
  const form = formOf(schema);
  const hidden = form.keywords[direction === 'request' ? 'readOnly' : 'writeOnly'] === true;
  return { schema, form, required: required.has(name), hidden };
}

function kindOf(before: Side | undefined, after: Side | undefined, pair: Pair): Change['kind'] | undefined {
  if (before && after) return changed(before, after, pair.direction);
  if (after) return after.hidden ? undefined : added(after, pair.direction);
  return before && !before.hidden ? removed(before, pair) : undefined;
}

function added({ required, form }: Side, direction: Pair['direction']): Change['kind'] {
  if (!required) return 'optional-property-added';
  const excused = direction === 'request' && form.keywords.default !== undefined;
  return excused ? 'required-property-with-default-added' : 'required-property-added';
}

function removed({ required }: Side, { direction, new: fresh }: Pair): Change['kind'] {
  if (direction === 'request' && isClosed(fresh)) return 'property-no-longer-accepted';
  return required ? 'required-property-removed' : 'property-removed';
}

function changed(before: Side, after: Side, direction: Pair['direction']): Change['kind'] | undefined {
  if (before.hidden && after.hidden) return undefined;
  if (before.hidden) return after.required ? 'required-property-appeared' : 'optional-property-appeared';
  if (after.hidden)
    return before.required ? 'required-property-disappeared' : 'optional-property-disappeared';
  if (before.required === after.required) return undefined;
  if (!after.required) return 'property-became-optional';
  const excused = direction === 'request' && after.form.keywords.default !== undefined;
  return excused ? 'property-became-required-with-default' : 'property-became-required';
}

/** No properties but the described ones. */
const isClosed = ({ keywords }: Form): boolean =>
  keywords.additionalProperties === false || keywords.unevaluatedProperties === false;

function describe(kind: Change['kind'], name: string): Change {
  const quoted = JSON.stringify(name);
  return {
    kind,
    property: name,
    left: kind === 'property-no-longer-accepted' ? `objects with ${quoted}` : `objects without ${quoted}`,
    entered: `objects without ${quoted}`,
    note: notes[kind]?.(quoted) ?? '',
  };
}

const notes: Partial<Record<Change['kind'], (name: string) => string>> = {
  'optional-property-added': (name) => `${name} may be there now`,
  'property-removed': (name) =>
    `${name} is no longer described: who relies on it may find it gone or ignored`,
  'required-property-appeared': (name) =>
    `${name}, which was write-only, is now part of what clients receive`,
  'optional-property-appeared': (name) => `${name} may be there now`,
  'required-property-disappeared': (name) => `${name} is no longer part of it`,
  'optional-property-disappeared': (name) => `${name} is no longer part of it`,
};

function deprecation(name: string, before: Form, after: Form): readonly Change[] {
  const was = before.keywords.deprecated === true;
  const is = after.keywords.deprecated === true;
  if (was === is) return [];
  const note = `${JSON.stringify(name)} is ${is ? 'now' : 'no longer'} deprecated`;
  const sunset = after.keywords['x-sunset'];
  const dated = typeof sunset === 'string' ? ` and goes on ${sunset}` : '';
  const change = { property: name, keyword: 'deprecated' } as const;
  if (!is) return [{ ...change, kind: 'reactivated', note }];
  if (dated) return [{ ...change, kind: 'deprecated-with-sunset', note: `${note}${dated}` }];
  const untold = 'clients are not told when it goes';
  return [
    { ...change, kind: 'deprecated', note },
    { ...change, kind: 'deprecated-sunset-missing', note: untold },
  ];
}
