import type { Operation } from '../../../contract/types.ts';
import { newPlace, type OperationPair, oldPlace, type Told } from './comparison.ts';

/** The names that generated clients and pages know an operation by: its id and its tags. */
export function compareNames(pair: OperationPair): readonly Told[] {
  return [...ids(pair), ...tags(pair)];
}

const isNamed = ({ id, method, path }: Operation): boolean => id !== `${method} ${path}`;

function ids({ old, new: fresh }: OperationPair): readonly Told[] {
  if (old.id === fresh.id) return [];
  const place = newPlace(fresh.pointer, 'operationId');
  const calls = `generated clients call it ${JSON.stringify(fresh.id)}`;
  if (isNamed(old)) {
    const message = `${calls} instead of ${JSON.stringify(old.id)}`;
    return [{ rule: 'api-operation-id-removed', message, place, was: oldPlace(old.pointer, 'operationId') }];
  }
  return isNamed(fresh) ? [{ rule: 'api-operation-id-added', message: calls, place }] : [];
}

function tags({ old, new: fresh }: OperationPair): readonly Told[] {
  const place = newPlace(fresh.pointer, 'tags');
  const missing = (some: Operation, others: Operation): readonly string[] =>
    some.tags.filter((tag) => !others.tags.includes(tag));
  return [
    ...missing(fresh, old).map(
      (tag): Told => ({ rule: 'api-tag-added', message: `the tag ${JSON.stringify(tag)} is new`, place }),
    ),
    ...missing(old, fresh).map(
      (tag): Told => ({ rule: 'api-tag-removed', message: `the tag ${JSON.stringify(tag)} is gone`, place }),
    ),
  ];
}
