import { canonical } from '../../../src/contract/schema/canonical.ts';
import type { Contract, Operation } from '../../../src/contract/types.ts';
import { flatten } from '../../generation/flatten.ts';
import { parentNames } from './parents.ts';
import { findList, findThing, type Place, propertiesOf, successContent } from './shapes.ts';
import type { Resource } from './types.ts';

/**
 * Which resources show a part of another one's things: those of `/users/{userId}/orders` are of `/orders` where their schemas
 * agree and each names its user.
 */
export function homesOf(contract: Contract, resources: readonly Resource[]): ReadonlyMap<Resource, Resource> {
  const collections = resources.filter(({ parameter }) => parameter !== undefined);
  const [nested, flat] = [collections.filter(isNested), collections.filter((one) => !isNested(one))];
  const byName = Map.groupBy(flat, nameOf);
  const homes = new Map<Resource, Resource>();
  for (const resource of nested) {
    const [home, ...others] = (byName.get(nameOf(resource)) ?? []).filter((one) =>
      isHome(contract, one, resource),
    );
    if (home !== undefined && others.length === 0) homes.set(resource, home);
  }
  return homes;
}

function isHome(contract: Contract, home: Resource, resource: Resource): boolean {
  const place = placesOf(contract, resource).find((own) => showsThing(contract, home, own));
  if (place === undefined) return false;
  const parents = parentNames(resource.path, propertiesOf(contract, place.schema), place.idName);
  return parents.size === resource.path.split('{').length - 1;
}

/** True where what stands there is a thing as the resource shows them. */
export function showsThing(contract: Contract, resource: Resource, { schema }: Place): boolean {
  const text = textOf(contract, schema);
  return placesOf(contract, resource).some((own) => textOf(contract, own.schema) === text);
}

/** Where its operations show its things. */
function placesOf(contract: Contract, { operations, idNames }: Resource): readonly Place[] {
  const { list, create, read, replace, change } = operations;
  const shown = (operation: Operation | undefined, find: typeof findThing) => {
    const schema = operation && successContent(operation)?.schema;
    return schema === undefined ? [] : (find(contract, schema, idNames) ?? []);
  };
  return [
    shown(list, findList),
    ...[create, read, replace, change].map((operation) => shown(operation, findThing)),
  ].flat();
}

function textOf(contract: Contract, schema: Place['schema']): string {
  return canonical(flatten(contract, schema).schema);
}

function isNested({ path }: Resource): boolean {
  return path.includes('{');
}

function nameOf({ path }: Resource): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
