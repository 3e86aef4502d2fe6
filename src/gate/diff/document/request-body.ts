import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
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
        formerPointer: comparison.old.find(old.pointer, 'requestBody')?.pointer ?? old.pointer,
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
      was: oldPlace(old.pointer, 'requestBody'),
    };
  if (before || !after) return undefined;
  return after.required && !reversed
    ? { rule: 'request-body-added-required', message: 'clients that send no body are now refused', place }
    : { rule: 'request-body-added-optional', message: 'a body is part of it now', place };
}

const received = {
  required: { rule: 'request-body-became-required', message: 'clients that send no body are now refused' },
  optional: { rule: 'request-body-became-optional', message: 'clients may leave the body out' },
} as const;

/** A webhook's body is sent by the API: that it is always there breaks nobody. */
const sent = {
  required: { rule: 'webhook-body-became-required', message: 'the body is always there now' },
  optional: { rule: 'webhook-body-became-optional', message: 'clients may receive no body' },
} as const;

function requiredness({ old, new: fresh, reversed }: OperationPair, pointer: string): readonly Told[] {
  const was = old.requestBody?.required ?? false;
  const is = fresh.requestBody?.required ?? false;
  if (was === is) return [];
  const place = newPlace(pointer, 'required');
  const { required, optional } = reversed ? sent : received;
  return [{ ...(is ? required : optional), place }];
}
