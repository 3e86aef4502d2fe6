import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, type Told, tell } from './comparison.ts';
import { compareContents } from './content.ts';

/** The request body: whether it is there, whether it must be, and what is in it. */
export function compareRequestBody(pair: OperationPair, comparison: Comparison): readonly RawChange[] {
  const { old, new: fresh, name, reversed } = pair;
  const before = old.requestBody;
  const after = fresh.requestBody;
  const pointer = comparison.new.find(fresh.pointer, 'requestBody')?.pointer ?? fresh.pointer;
  const subject = 'request body';
  const told = existence(pair, pointer);
  if (told) return [tell(name, { ...told, subject })];
  if (!before || !after) return [];
  return [
    ...requiredness(pair, pointer).map((each) => tell(name, { ...each, subject })),
    ...compareContents(
      before.content,
      after.content,
      {
        operation: name,
        root: reversed ? 'response-body' : 'request-body',
        part: reversed ? 'response-property' : 'request-property',
        subject,
        unpromised: pair.unpromised,
        pointer,
        request: !reversed,
      },
      comparison,
    ),
  ];
}

function existence({ old, new: fresh, reversed }: OperationPair, pointer: string): Told | undefined {
  const before = old.requestBody;
  const after = fresh.requestBody;
  const place = newPlace(pointer);
  if (before && !after)
    return {
      rule: 'request-body-removed',
      message: reversed
        ? 'clients no longer receive it'
        : 'clients that send a body are refused or no longer heard',
      place,
    };
  if (before || !after) return undefined;
  return after.required && !reversed
    ? { rule: 'request-body-added-required', message: 'clients that send no body are now refused', place }
    : { rule: 'request-body-added-optional', message: 'a body is part of it now', place };
}

/** A webhook's body is sent by the API: that it is always there breaks nobody. */
function requiredness({ old, new: fresh, reversed }: OperationPair, pointer: string): readonly Told[] {
  const was = old.requestBody?.required ?? false;
  const is = fresh.requestBody?.required ?? false;
  if (was === is) return [];
  const place = newPlace(pointer, 'required');
  if (reversed === is)
    return [
      {
        rule: 'request-body-became-optional',
        message: is ? 'the body is always there' : 'clients may leave the body out',
        place,
      },
    ];
  const message = is ? 'clients that send no body are now refused' : 'clients may receive no body';
  return [{ rule: 'request-body-became-required', message, place }];
}
