import { parseTemplate } from '../../../contract/parameters/path-template.ts';
import type { Operation, Parameter } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
import { parameterWords } from './names.ts';
import { compareParameterLife, removedParameterRule } from './parameter-life-cycle.ts';
import { isOfPath, pointerOfParameter } from './parameter-place.ts';
import { compareParameterValues } from './parameter-values.ts';
import { compareSerialization } from './serialization.ts';

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
    was: oldPlace(pointerOfParameter(parameter, pair.old, comparison.old)),
  });
}

function added(parameter: Parameter, pair: OperationPair, comparison: Comparison): RawChange {
  const place = newPlace(pointerOfParameter(parameter, pair.new, comparison.new));
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
  const pointer = pointerOfParameter(fresh, pair.new, comparison.new);
  const subject = parameterWords(fresh);
  const former = pointerOfParameter(old, pair.old, comparison.old);
  const told = [
    ...requiredness(old, fresh, pointer),
    ...compareSerialization(old, fresh, pointer, comparison.new),
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
