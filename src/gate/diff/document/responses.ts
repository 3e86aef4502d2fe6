import type { Operation, Response } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
import { compareContents } from './content.ts';
import { compareHeaders } from './headers.ts';
import type { Side } from './side.ts';

type Responses = ReadonlyMap<string, Response>;

/** Statuses that came and went, and what changed in those that stayed. */
export function compareResponses(pair: OperationPair, comparison: Comparison): readonly RawChange[] {
  const before = pair.old.responses;
  const after = pair.new.responses;
  return [
    ...[...before.values()].flatMap((response) => {
      const successor = successorOf(response.status, after);
      return successor
        ? compareResponse(response, successor, pair, comparison)
        : [tell(pair.name, gone(response, pair))];
    }),
    ...[...after.values()]
      .filter(({ status }) => !before.has(status) && !isDescribed(status, before))
      .map((response) => tell(pair.name, arrived(response, pair))),
  ];
}

/** The response that now answers for a status: its own, its range (`2XX`), `default`; for a range, one of its statuses. */
function successorOf(status: string, responses: Responses): Response | undefined {
  const own = responses.get(status);
  if (own || status === 'default') return own;
  const range = responses.get(`${status[0]}XX`) ?? responses.get('default');
  if (range || !status.endsWith('XX')) return range;
  return [...responses.values()].find((response) => response.status[0] === status[0]);
}

/** A range or `default` has spoken of this status already. */
function isDescribed(status: string, responses: Responses): boolean {
  return responses.has(`${status[0]}XX`) || responses.has('default');
}

const isSuccess = ({ status }: Response): boolean => status.startsWith('2');

function gone(response: Response, { old, new: fresh, reversed }: OperationPair): Told {
  const place = newPlace(fresh.pointer, 'responses');
  const was = oldPlace(old.pointer, `responses/${response.status}`);
  const subject = `response ${response.status}`;
  if (!isSuccess(response))
    return {
      rule: 'response-non-success-status-removed',
      subject,
      message: 'it is no longer sent',
      place,
      was,
    };
  const message = reversed
    ? 'clients that answer with it are no longer understood'
    : 'clients that wait for it no longer get it';
  return { rule: 'response-success-status-removed', subject, message, place, was };
}

function arrived(response: Response, { new: fresh, reversed }: OperationPair): Told {
  const place = newPlace(fresh.pointer, `responses/${response.status}`);
  const rule = isSuccess(response) ? 'response-success-status-added' : 'response-non-success-status-added';
  const message = reversed ? 'clients may now answer with it' : 'clients may now receive it';
  return { rule, subject: `response ${response.status}`, message, place };
}

function pointerOf({ status }: Response, { pointer }: Operation, side: Side): string {
  const found =
    side.find(pointer, 'responses', status) ?? side.find(pointer, 'responses', status.toLowerCase());
  return found?.pointer ?? pointer;
}

function compareResponse(
  old: Response,
  fresh: Response,
  pair: OperationPair,
  comparison: Comparison,
): readonly RawChange[] {
  const { name, reversed } = pair;
  const pointer = pointerOf(fresh, pair.new, comparison.new);
  const formerPointer = pointerOf(old, pair.old, comparison.old);
  const subject = `response ${old.status}`;
  return [
    ...compareHeaders(
      old,
      fresh,
      { operation: name, unpromised: pair.unpromised, subject, pointer, formerPointer },
      comparison,
    ),
    ...compareContents(
      old.content,
      fresh.content,
      {
        operation: name,
        root: reversed ? 'request-body' : 'response-body',
        part: reversed ? 'request-property' : 'response-property',
        subject,
        unpromised: pair.unpromised,
        pointer,
        formerPointer,
        request: reversed,
      },
      comparison,
    ),
  ];
}
