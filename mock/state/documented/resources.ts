import type { Contract, Operation } from '../../../src/contract/types.ts';
import { findList, type IdNames, idNamesOf, successContent } from './shapes.ts';

export type Role = 'create' | 'list' | 'read' | 'replace' | 'change' | 'remove' | 'clear';

/** A collection (`/things` with `/things/{id}`), or a single thing (`/me`), that requests can change. */
export interface Resource {
  /** Path template of the collection, or of the single thing. */
  readonly path: string;
  /** Name of the path parameter that tells things apart; undefined for a single thing. */
  readonly parameter: string | undefined;
  /** What their id may be called. */
  readonly idNames: IdNames;
  readonly operations: Readonly<Partial<Record<Role, Operation>>>;
}

export interface Part {
  readonly resource: Resource;
  readonly role: Role;
}

const itemRoles: Readonly<Record<string, Role>> = {
  GET: 'read',
  PUT: 'replace',
  PATCH: 'change',
  DELETE: 'remove',
};
const collectionRoles: Readonly<Record<string, Role>> = { GET: 'list', POST: 'create', DELETE: 'clear' };
const changing: readonly Role[] = ['create', 'replace', 'change', 'remove', 'clear'];

const inferred = new WeakMap<Contract, ReadonlyMap<Operation, Part>>();

/**
 * What a contract lets requests create, read, change and remove, read off its paths: `/things` and `/things/{id}` are a
 * collection and its things, a path with both GET and PUT or PATCH is a single thing; one that is posted to and lists things
 * with ids is a collection even without paths for its things. Only what can change counts.
 */
export function resourcesOf(contract: Contract): ReadonlyMap<Operation, Part> {
  const known = inferred.get(contract);
  if (known !== undefined) return known;
  const found = infer(contract);
  inferred.set(contract, found);
  return found;
}

function infer(contract: Contract): ReadonlyMap<Operation, Part> {
  const byPath = Map.groupBy(contract.operations, ({ path }) => trim(path));
  const parts = new Map<Operation, Part>();
  for (const [path, own] of byPath) {
    const item = /^(.+)\/\{([^{}/]+)\}$/.exec(path);
    if (item?.[1] !== undefined && item[2] !== undefined) {
      const collection = byPath.get(item[1]) ?? [];
      add(parts, item[1], item[2], [...pick(own, itemRoles), ...pick(collection, collectionRoles)]);
    } else if (
      !byPath
        .keys()
        .some((other) => other.startsWith(`${path}/{`) && !other.slice(path.length + 2).includes('/'))
    ) {
      const collection = pick(own, collectionRoles);
      if (isCollection(contract, collection)) add(parts, path, anyId, collection);
      else add(parts, path, undefined, pick(own, itemRoles));
    }
  }
  return parts;
}

/** The parameter that a path for single things would have. */
const anyId = 'id';

function isCollection(contract: Contract, played: readonly Played[]): boolean {
  const { list, create } = Object.fromEntries(played);
  const schema = list && successContent(list)?.schema;
  return (
    create !== undefined &&
    schema !== undefined &&
    findList(contract, schema, idNamesOf('', anyId)) !== undefined
  );
}

type Played = readonly [Role, Operation];

function pick(operations: readonly Operation[], roles: Readonly<Record<string, Role>>): Played[] {
  return operations.flatMap((operation): Played[] => {
    const role = roles[operation.method];
    return role === undefined ? [] : [[role, operation]];
  });
}

function add(
  parts: Map<Operation, Part>,
  path: string,
  parameter: string | undefined,
  played: readonly Played[],
): void {
  const roles = new Set(played.map(([role]) => role));
  const readable = roles.has('read') || roles.has('list');
  if (!readable || !changing.some((role) => roles.has(role))) return;
  const resource: Resource = {
    path,
    parameter,
    idNames: idNamesOf(path, parameter ?? anyId),
    operations: Object.fromEntries(played),
  };
  for (const [role, operation] of played) parts.set(operation, { resource, role });
}

function trim(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
