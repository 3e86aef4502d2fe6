import { isObject } from '../../../../contract/json.ts';
import type { Schema } from '../../../../contract/types.ts';
import { type Change, type Child, type Compared, type Pair, told } from '../change.ts';
import type { Form } from '../form.ts';
import { type Kind, kindRow } from '../kinds.ts';
import { bothSpeakOf } from '../type-names.ts';
import { comparePropertyLife } from './property-life.ts';
import { describeProperty } from './property-words.ts';

/** A property on one side: undefined where the schema does not name it. */
interface Side {
  readonly schema: Schema;
  readonly form: Form;
  readonly required: boolean;
  /** `readOnly` in a request, `writeOnly` in a response: it never travels there. */
  readonly hidden: boolean;
  /** `writeOnly` in a request, `readOnly` in a response: it travels in this direction only. */
  readonly reserved: boolean;
}

/** `properties` and `required`: which members an object has. */
export function compareProperties(pair: Pair): Compared {
  if (!bothSpeakOf('object', pair.old.types, pair.new.types)) return told();
  const changes: Change[] = [];
  const children: Child[] = [];
  for (const name of names(pair)) {
    const before = side(name, pair.old, pair.oldForm, pair.direction);
    const after = side(name, pair.new, pair.newForm, pair.direction);
    const kinds = kindsOf(before, after, pair).filter((kind) => !kindRow(kind)[pair.direction]?.never);
    changes.push(...kinds.map((kind) => describeProperty(kind, name)));
    if (!before || !after) {
      children.push(...fromMap(name, before, after, pair));
      continue;
    }
    const isHidden = before.hidden || after.hidden;
    children.push({
      old: before.schema,
      new: after.schema,
      step: name,
      ...(isHidden ? ({ hidden: true } as const) : {}),
    });
    if (!isHidden) changes.push(...comparePropertyLife(name, before.form, after.form, pair.calendar));
  }
  return { changes: [...changes, ...undescribed(pair)], children };
}

/** A property that only one of them names is, for the other, one of those that a map of properties speaks of. */
function fromMap(
  step: string,
  before: Side | undefined,
  after: Side | undefined,
  { old, new: fresh }: Pair,
): readonly Child[] {
  const from = before?.schema ?? old.keywords.additionalProperties;
  const to = after?.schema ?? fresh.keywords.additionalProperties;
  if (before?.hidden || after?.hidden || !isObject(from) || !isObject(to)) return [];
  return [{ old: from, new: to, step }];
}

/**
 * Names that `required` has and `properties` has not: validators ask for them, generated code knows nothing of them. A
 * schema that describes no property at all, like a `then`, leaves that to the one around it.
 */
function undescribed({ old, new: fresh }: Pair): readonly Change[] {
  const isFragment = old.properties.size + fresh.properties.size === 0;
  const isNew = (name: string, before: Form, after: Form): boolean =>
    after.required.has(name) && !after.properties.has(name) && !before.required.has(name);
  return [
    ...[...fresh.required]
      .filter((name) => isNew(name, old, fresh))
      .map((name) =>
        describeProperty(
          isFragment ? 'property-became-required' : 'undescribed-property-became-required',
          name,
        ),
      ),
    ...[...old.required]
      .filter((name) => isNew(name, fresh, old) && !fresh.properties.has(name))
      .map((name) =>
        describeProperty(
          isFragment ? 'property-became-optional' : 'undescribed-property-became-optional',
          name,
        ),
      ),
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
  const { readOnly, writeOnly } = form.keywords;
  const [hides, reserves] = direction === 'request' ? [readOnly, writeOnly] : [writeOnly, readOnly];
  return { schema, form, required: required.has(name), hidden: hides === true, reserved: reserves === true };
}

function kindsOf(before: Side | undefined, after: Side | undefined, pair: Pair): readonly Kind[] {
  if (before && after) return changed(before, after, pair.direction);
  if (after) return [added(after, pair.direction)];
  return before ? [removed(before, pair)] : [];
}

function added({ required, form, hidden }: Side, direction: Pair['direction']): Kind {
  if (hidden) return required ? 'required-hidden-property-added' : 'optional-hidden-property-added';
  if (!required) return 'optional-property-added';
  const excused = direction === 'request' && form.keywords.default !== undefined;
  return excused ? 'required-property-with-default-added' : 'required-property-added';
}

function removed({ required, hidden }: Side, { direction, new: fresh }: Pair): Kind {
  if (hidden) return required ? 'required-hidden-property-removed' : 'optional-hidden-property-removed';
  if (direction === 'request' && isClosed(fresh)) return 'property-no-longer-accepted';
  return required ? 'required-property-removed' : 'property-removed';
}

function changed(before: Side, after: Side, direction: Pair['direction']): readonly Kind[] {
  return [...travels(before, after), ...requiredness(before, after, direction)];
}

/** `readOnly` and `writeOnly`: whether it travels in this direction, and in no other. */
function travels(before: Side, after: Side): readonly Kind[] {
  const found: Kind[] = [];
  if (before.hidden && !after.hidden)
    found.push(after.required ? 'required-property-appeared' : 'optional-property-appeared');
  if (after.hidden && !before.hidden)
    found.push(before.required ? 'required-property-disappeared' : 'optional-property-disappeared');
  if (after.reserved && !before.reserved)
    found.push(after.required ? 'required-property-reserved' : 'optional-property-reserved');
  if (before.reserved && !after.reserved)
    found.push(after.required ? 'required-property-not-reserved' : 'optional-property-not-reserved');
  return found;
}

function requiredness(before: Side, after: Side, direction: Pair['direction']): readonly Kind[] {
  if (before.required === after.required || before.hidden !== after.hidden) return [];
  if (after.hidden)
    return [after.required ? 'hidden-property-became-required' : 'hidden-property-became-optional'];
  if (!after.required) return ['property-became-optional'];
  const excused = direction === 'request' && after.form.keywords.default !== undefined;
  return [excused ? 'property-became-required-with-default' : 'property-became-required'];
}

/** No properties but the described ones. */
const isClosed = ({ keywords }: Form): boolean =>
  keywords.additionalProperties === false || keywords.unevaluatedProperties === false;
