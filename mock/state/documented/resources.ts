import { memo } from '../../../src/contract/memo.ts';
import type { Contract, Operation } from '../../../src/contract/types.ts';
import { homesOf } from './home.ts';
import { findList, idNamesOf, successContent } from './shapes.ts';
import type { Played, Resource, Role } from './types.ts';
import { verbsIn } from './verbs.ts';

export interface Part {
  readonly resource: Resource;
  readonly role: Role;
  /** The resource whose things those of this one are as well: `/orders`, of `/users/{userId}/orders`. */
  readonly home: Resource | undefined;
}

const itemRoles: Readonly<Record<string, Role>> = {
  GET: 'read',
  PUT: 'replace',
  PATCH: 'change',
  DELETE: 'remove',
};
const collectionRoles: Readonly<Record<string, Role>> = { GET: 'list', POST: 'create', DELETE: 'clear' };
const changing: readonly Role[] = ['create', 'replace', 'change', 'remove', 'clear'];

/**
 * What a contract lets requests create, read, change and remove, read off its paths: `/things` and `/things/{id}` are a
 * collection and its things, a path with both GET and PUT or PATCH is a single thing; one that is posted to and lists things
 * with ids is a collection even without paths for its things. Only what can be read and changed counts, here or at home.
 */
export const resourcesOf: (contract: Contract) => ReadonlyMap<Operation, Part> = memo((contract) => {
  const all = resourcesIn(contract);
  const homes = homesOf(contract, all);
  const families = [...Map.groupBy(all, (resource) => homes.get(resource) ?? resource).values()];
  const useful = families.filter(canChange).flat();
  const verbs = verbsIn(contract, useful).map(([operation, resource]): [Operation, Part] => {
    const operations = { ...resource.operations, change: operation };
    return [operation, { resource: { ...resource, operations }, role: 'act', home: homes.get(resource) }];
  });
  return new Map([...verbs, ...useful.flatMap((resource) => partsOf(resource, homes.get(resource)))]);
});

function partsOf(resource: Resource, home: Resource | undefined): readonly (readonly [Operation, Part])[] {
  return resource.played.map(([role, operation]) => [operation, { resource, role, home }]);
}

function resourcesIn(contract: Contract): readonly Resource[] {
  const byPath = Map.groupBy(contract.operations, ({ path }) => trim(path));
  return [...byPath].flatMap(([path, own]) => {
    const item = /^(.+)\/\{([^{}/]+)\}$/.exec(path);
    const collection = pick(own, collectionRoles);
    if (item?.[1] !== undefined && item[2] !== undefined) {
      const above = pick(byPath.get(item[1]) ?? [], collectionRoles);
      return resource(item[1], item[2], [...pick(own, itemRoles), ...above]);
    }
    const hasThings = byPath
      .keys()
      .some((other) => other.startsWith(`${path}/{`) && !other.slice(path.length + 2).includes('/'));
    if (hasThings) return [];
    return isCollection(contract, collection)
      ? resource(path, anyId, collection)
      : resource(path, undefined, pick(own, itemRoles));
  });
}

/** True where some of it can be read and some be changed. */
function canChange(family: readonly Resource[]): boolean {
  const roles = new Set(family.flatMap(({ operations }) => Object.keys(operations)));
  return (roles.has('read') || roles.has('list')) && changing.some((role) => roles.has(role));
}

/** The parameter that a path for single things would have. */
const anyId = 'id';

/** True where it is posted to, and lists what may be told apart if it lists anything. */
function isCollection(contract: Contract, played: readonly Played[]): boolean {
  const { list, create } = Object.fromEntries(played);
  if (create === undefined || list === undefined) return create !== undefined;
  const schema = successContent(list)?.schema;
  return schema !== undefined && findList(contract, schema, idNamesOf('', anyId)) !== undefined;
}

function pick(operations: readonly Operation[], roles: Readonly<Record<string, Role>>): Played[] {
  return operations.flatMap((operation): Played[] => {
    const role = roles[operation.method];
    return role === undefined ? [] : [[role, operation]];
  });
}

function resource(path: string, parameter: string | undefined, played: readonly Played[]): Resource {
  return {
    path,
    parameter,
    idNames: idNamesOf(path, parameter ?? anyId),
    played,
    operations: Object.fromEntries(played),
  };
}

function trim(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
