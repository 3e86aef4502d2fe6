import type { Parameter } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
import { parameterWords } from './names.ts';
import { placeOfParameter } from './parameter-place.ts';
import { compareSchemas } from './schemas.ts';

/** Parameters of a request that the API sends: clients read them, as they read the headers of a response. */
export function compareSentParameters(pair: OperationPair, comparison: Comparison): readonly RawChange[] {
  const before = byKey(pair.old.parameters);
  const after = byKey(pair.new.parameters);
  return [
    ...[...before]
      .filter(([key]) => !after.has(key))
      .map(([, parameter]) => tell(pair.name, gone(parameter, pair, comparison))),
    ...[...after].flatMap(([key, parameter]) => {
      const former = before.get(key);
      return former
        ? compareSent(former, parameter, pair, comparison)
        : [tell(pair.name, arrived(parameter, pair, comparison))];
    }),
  ];
}

function byKey(parameters: readonly Parameter[]): ReadonlyMap<string, Parameter> {
  return new Map(
    parameters.map((parameter) => {
      const { in: place, name } = parameter;
      return [`${place} ${place === 'header' ? name.toLowerCase() : name}`, parameter];
    }),
  );
}

const pointerOf = (parameter: Parameter, { new: fresh }: OperationPair, comparison: Comparison): string =>
  placeOfParameter(parameter, fresh, comparison.new)?.pointer ?? fresh.pointer;

function gone(parameter: Parameter, { old, new: fresh }: OperationPair, comparison: Comparison): Told {
  const was = oldPlace(placeOfParameter(parameter, old, comparison.old)?.pointer ?? old.pointer);
  return {
    rule: parameter.required ? 'required-response-header-removed' : 'optional-response-header-removed',
    subject: parameterWords(parameter),
    message: 'clients that look for it no longer get it',
    place: newPlace(fresh.pointer, 'parameters'),
    was,
  };
}

function arrived(parameter: Parameter, pair: OperationPair, comparison: Comparison): Told {
  return {
    rule: 'response-header-added',
    subject: parameterWords(parameter),
    message: 'clients may now receive it',
    place: newPlace(pointerOf(parameter, pair, comparison)),
  };
}

function compareSent(
  old: Parameter,
  fresh: Parameter,
  pair: OperationPair,
  comparison: Comparison,
): readonly RawChange[] {
  const subject = parameterWords(fresh);
  const place = newPlace(pointerOf(fresh, pair, comparison), 'required');
  const [rule, message] = fresh.required
    ? (['response-header-became-required', 'it is always there now'] as const)
    : (['response-header-became-optional', 'clients that rely on it may not get it'] as const);
  return [
    ...(old.required === fresh.required ? [] : [tell(pair.name, { rule, subject, message, place })]),
    ...compareSchemas(
      old.schema ?? true,
      fresh.schema ?? true,
      {
        operation: pair.name,
        unpromised: pair.unpromised,
        root: 'response-header',
        part: 'response-header',
        subject,
        manner: 'text',
      },
      comparison,
    ),
  ];
}
