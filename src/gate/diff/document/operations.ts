import { formatPointer, parsePointer } from '../../../contract/document/pointer.ts';
import { parseTemplate } from '../../../contract/parameters/path-template.ts';
import type { Operation } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, tell } from './comparison.ts';
import { isUnpromised } from './life-cycle.ts';
import { basesInPaths } from './moved-bases.ts';
import { nameOf, webhookName } from './names.ts';
import { removedOperation } from './removal.ts';

export interface MatchedOperations {
  readonly changes: readonly RawChange[];
  readonly pairs: readonly OperationPair[];
}

/** Which operation became which, and which came or went. */
export function compareOperations(comparison: Comparison): MatchedOperations {
  const { old, new: fresh } = comparison;
  const bases = basesInPaths(comparison);
  const calls = match(
    keyed(old.contract.operations, pathKey(bases.old)),
    keyed(fresh.contract.operations, pathKey(bases.new)),
    false,
  );
  const hooks = match(keyed(old.contract.webhooks, hookKey), keyed(fresh.contract.webhooks, hookKey), true);
  const paths = new Set(fresh.contract.operations.map(pathOf(bases.new)));
  const oldPath = pathOf(bases.old);
  return {
    changes: [
      ...calls.removed.map((operation) =>
        removedOperation(operation, paths.has(oldPath(operation)), comparison),
      ),
      ...calls.added.map(added),
      ...hooks.removed.map(removedWebhook),
      ...hooks.added.map(addedWebhook),
    ],
    pairs: [...calls.pairs, ...hooks.pairs],
  };
}

/** Names of path parameters are no part of a path: `/users/{id}` is `/users/{user_id}`. */
const pathOf =
  (base: string) =>
  ({ path }: Operation): string =>
    parseTemplate(base + path)
      .map((segment) => {
        if (segment.kind === 'literal') return segment.text;
        return segment.kind === 'parameter' ? '{}' : segment.literals.join('{}');
      })
      .join('/');

const pathKey =
  (base: string) =>
  (operation: Operation): string =>
    `${operation.method} ${pathOf(base)(operation)}`;
const hookKey = ({ method, path }: Operation): string => `${method} ${path}`;

type Keyed = ReadonlyMap<string, Operation>;

const keyed = (operations: readonly Operation[], key: (operation: Operation) => string): Keyed =>
  new Map(operations.map((operation) => [key(operation), operation]));

function match(old: Keyed, fresh: Keyed, reversed: boolean) {
  return {
    pairs: [...fresh].flatMap(([key, operation]): OperationPair[] => {
      const former = old.get(key);
      const name = reversed ? webhookName(operation) : nameOf(operation);
      return former
        ? [{ old: former, new: operation, name, reversed, unpromised: isUnpromised(former) }]
        : [];
    }),
    removed: [...old].flatMap(([key, operation]) => (fresh.has(key) ? [] : [operation])),
    added: [...fresh].flatMap(([key, operation]) => (old.has(key) ? [] : [operation])),
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
