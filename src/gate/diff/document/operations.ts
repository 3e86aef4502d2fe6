import { formatPointer, parsePointer } from '../../../contract/document/pointer.ts';
import { parseTemplate } from '../../../contract/parameters/path-template.ts';
import type { Operation } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, tell } from './comparison.ts';
import { isUnpromised } from './life-cycle.ts';
import { nameOf, webhookName } from './names.ts';
import { removedOperation } from './removal.ts';

export interface MatchedOperations {
  readonly changes: readonly RawChange[];
  readonly pairs: readonly OperationPair[];
}

/** Which operation became which, and which came or went. */
export function compareOperations(comparison: Comparison): MatchedOperations {
  const { old, new: fresh } = comparison;
  const calls = match(old.contract.operations, fresh.contract.operations, pathKey, false);
  const hooks = match(old.contract.webhooks, fresh.contract.webhooks, hookKey, true);
  const paths = new Set(fresh.contract.operations.map(pathOf));
  return {
    changes: [
      ...calls.removed.map((operation) =>
        removedOperation(operation, paths.has(pathOf(operation)), comparison),
      ),
      ...calls.added.map(added),
      ...hooks.removed.map(removedWebhook),
      ...hooks.added.map(addedWebhook),
    ],
    pairs: [...calls.pairs, ...hooks.pairs],
  };
}

/** Names of path parameters are no part of a path: `/users/{id}` is `/users/{user_id}`. */
function pathOf({ path }: Operation): string {
  return parseTemplate(path)
    .map((segment) => {
      if (segment.kind === 'literal') return segment.text;
      return segment.kind === 'parameter' ? '{}' : segment.literals.join('{}');
    })
    .join('/');
}

const pathKey = (operation: Operation): string => `${operation.method} ${pathOf(operation)}`;
const hookKey = ({ method, path }: Operation): string => `${method} ${path}`;

function match(
  old: readonly Operation[],
  fresh: readonly Operation[],
  key: (operation: Operation) => string,
  reversed: boolean,
) {
  const before = new Map(old.map((operation) => [key(operation), operation]));
  const after = new Set(fresh.map(key));
  return {
    pairs: fresh.flatMap((operation): OperationPair[] => {
      const former = before.get(key(operation));
      const name = reversed ? webhookName(operation) : nameOf(operation);
      return former
        ? [{ old: former, new: operation, name, reversed, unpromised: isUnpromised(former) }]
        : [];
    }),
    removed: old.filter((operation) => !after.has(key(operation))),
    added: fresh.filter((operation) => !before.has(key(operation))),
  };
}

const added = (operation: Operation): RawChange =>
  tell(nameOf(operation), {
    rule: 'endpoint-added',
    message: 'the operation is new',
    place: newPlace(operation.pointer),
  });

const addedWebhook = (operation: Operation): RawChange =>
  tell(webhookName(operation), {
    rule: 'webhook-added',
    message: 'the webhook is new',
    place: newPlace(operation.pointer),
  });

const removedWebhook = (operation: Operation): RawChange =>
  tell(webhookName(operation), {
    rule: 'webhook-removed',
    message: 'clients that wait for this webhook wait in vain',
    place: oldPlace(formatPointer(parsePointer(operation.pointer).slice(0, 2))),
  });
