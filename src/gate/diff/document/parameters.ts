import { parseTemplate } from '../../../contract/parameters/path-template.ts';
import type { Operation, Parameter } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
import { parameterWords } from './names.ts';
import { compareParameterLife, removedParameterRule } from './parameter-life-cycle.ts';
import { isOfPath, placeOfParameter } from './parameter-place.ts';
import { compareParameterValues } from './parameter-values.ts';
import type { Side } from './side.ts';

/** Parameters of path, query, headers and cookies. */
export function compareParameters(pair: OperationPair, comparison: Comparison): readonly RawChange[] {
  const keysOfOld = keys(pair.old);
  const keysOfNew = keys(pair.new);
  const before = new Map(pair.old.parameters.map((parameter) => [keysOfOld(parameter), parameter]));
  const after = new Map(pair.new.parameters.map((parameter) => [keysOfNew(parameter), parameter]));
  const removed = [...before].filter(([key]) => !after.has(key));
  return [
    ...removed.map(([, parameter]) => gone(parameter, pair, comparison)),
    ...[...after].flatMap(([key, parameter]) => {
      const former = before.get(key);
      return former
        ? compareParameter(former, parameter, pair, comparison)
        : [added(parameter, pair, comparison)];
    }),
  ];
}

/** A path parameter is known by its place in the path, whatever its name; a header whatever its case. */
function keys({ path }: Operation): (parameter: Parameter) => string {
  const names = parseTemplate(path).flatMap((segment) => {
    if (segment.kind === 'literal') return [];
    return segment.kind === 'parameter' ? [segment.name] : segment.names;
  });
  return ({ name, in: place }) => {
    if (place === 'header') return `header ${name.toLowerCase()}`;
    const index = place === 'path' ? names.indexOf(name) : -1;
    return index < 0 ? `${place} ${name}` : `path #${index}`;
  };
}

function gone(parameter: Parameter, pair: OperationPair, comparison: Comparison): RawChange {
  const rule = removedParameterRule(parameter, pair.old, comparison);
  return tell(pair.name, {
    rule,
    subject: parameterWords(parameter),
    message:
      rule === 'request-parameter-removed-before-sunset'
        ? 'clients that send it were promised that it lasts longer'
        : 'clients that send it are refused or no longer heard',
    place: newPlace(pair.new.pointer, 'parameters'),
    was: oldPlace(placeOfParameter(parameter, pair.old, comparison.old)?.pointer ?? pair.old.pointer),
  });
}

function added(parameter: Parameter, pair: OperationPair, comparison: Comparison): RawChange {
  const place = newPlace(placeOfParameter(parameter, pair.new, comparison.new)?.pointer ?? pair.new.pointer);
  const subject = parameterWords(parameter);
  if (parameter.in === 'path')
    return tell(pair.name, {
      rule: 'new-request-path-parameter',
      subject,
      message: 'clients do not fill it in',
      place,
    });
  const { required } = parameter;
  return tell(pair.name, {
    rule: addedRule(required, isOfPath(parameter, pair.new, comparison.new)),
    subject,
    message: required ? 'clients that do not send it are now refused' : 'clients may send it',
    place,
  });
}

function addedRule(required: boolean, ofPath: boolean): Told['rule'] {
  if (ofPath)
    return required
      ? 'new-required-request-default-parameter-to-existing-path'
      : 'new-optional-request-default-parameter-to-existing-path';
  return required ? 'new-required-request-parameter' : 'new-optional-request-parameter';
}

function compareParameter(
  old: Parameter,
  fresh: Parameter,
  pair: OperationPair,
  comparison: Comparison,
): readonly RawChange[] {
  const pointer = placeOfParameter(fresh, pair.new, comparison.new)?.pointer ?? pair.new.pointer;
  const subject = parameterWords(fresh);
  const former = placeOfParameter(old, pair.old, comparison.old)?.pointer ?? pair.old.pointer;
  const told = [
    ...requiredness(old, fresh, pointer),
    ...serialization(old, fresh, pointer, comparison.new),
    ...compareParameterLife(old, fresh, pair, comparison),
  ];
  return [
    ...told.map((each) => tell(pair.name, { ...each, subject, was: oldPlace(former, each.place.member) })),
    ...compareParameterValues(old, fresh, pair, comparison),
  ];
}

function requiredness(old: Parameter, fresh: Parameter, pointer: string): readonly Told[] {
  if (old.required === fresh.required) return [];
  const place = newPlace(pointer, 'required');
  return [
    fresh.required
      ? {
          rule: 'request-parameter-became-required',
          message: 'clients that do not send it are now refused',
          place,
        }
      : { rule: 'request-parameter-became-optional', message: 'clients may leave it out', place },
  ];
}

function serialization(old: Parameter, fresh: Parameter, pointer: string, side: Side): readonly Told[] {
  const isWritten = ({ style, explode }: Parameter): string => `style ${style}${explode ? ', exploded' : ''}`;
  const expected = isWritten(old);
  const actual = isWritten(fresh);
  const rule = 'request-parameter-serialization-changed';
  if ((old.content === undefined) !== (fresh.content === undefined)) {
    const message = 'clients that write it as before are no longer understood';
    return [{ rule, message, place: newPlace(pointer, fresh.content ? 'content' : 'schema') }];
  }
  // A single value looks the same in every style that puts nothing before it.
  if (expected === actual || old.content || fresh.content || !isComposite(fresh, side)) return [];
  const message = `clients that write it in ${expected} are no longer understood`;
  return [{ rule, message, place: newPlace(pointer, 'style'), expected, actual }];
}

/** Lists and objects, wherever that is said: behind a reference, in an `allOf`. */
function isComposite({ schema = true }: Parameter, { formOf }: Side): boolean {
  const { types } = formOf(schema);
  return types !== undefined && (types.has('array') || types.has('object'));
}
