import type { Json, JsonObject } from '../../src/contract/json.ts';
import { percentDecoded } from '../../src/contract/percent.ts';
import { sessionOf } from '../ask/session.ts';
import { withoutEnd } from '../http/address.ts';
import type { Checked } from '../types.ts';
import { parentNames } from './documented/parents.ts';
import type { Part } from './documented/resources.ts';
import { findList, findThing, type Place, propertiesOf, successContent } from './documented/shapes.ts';
import type { Resource } from './documented/types.ts';
import type { Store } from './store.ts';

/** One request about one resource of one session, with all that deciding needs. */
export interface Matter {
  readonly checked: Checked;
  readonly resource: Resource;
  /** The resource whose things these are as well. */
  readonly home: Resource | undefined;
  readonly store: Store;
  readonly session: string;
  /** The collection's concrete path: `shop/users/5/orders`. */
  readonly path: string;
  /** Where its things are kept: that path, or the one of its home. */
  readonly key: string;
  /** The id in the path, as text; undefined for the collection itself, empty for a single thing. */
  readonly id: string | undefined;
}

export function matterOf(checked: Checked, { resource, home }: Part, store: Store): Matter {
  const { site, request, operation, pathParameters } = checked.routed;
  const path = withoutEnd(request.path);
  const ofItem = resource.parameter !== undefined && withoutEnd(operation.path) !== resource.path;
  const own = path === resource.path ? path : path.split('/', resource.path.split('/').length).join('/');
  return {
    checked,
    resource,
    home,
    store,
    session: sessionOf(request.headers),
    path: site.contract.id + own,
    key: site.contract.id + (home?.path ?? own),
    id:
      resource.parameter === undefined ? '' : ofItem ? (pathParameters[resource.parameter] ?? '') : undefined,
  };
}

/** The thing that all of this belongs to, where it was removed: `/users/5`, of `/users/5/orders`. */
export function removedParent({ store, session, path }: Matter): Pick<Matter, 'key' | 'id'> | undefined {
  const steps = path.split('/');
  for (let end = 3; end < steps.length; end++) {
    const [above, id] = [steps.slice(0, end - 1).join('/'), percentDecoded(steps[end - 1] ?? '')];
    if (store.peek(session, above)?.removed.has(id)) return { key: above, id };
  }
  return undefined;
}

/** Which things it belongs to, as the path says: the `userId` of what is found below `/users/5`. */
export function parentsOf({ checked, resource }: Matter, { schema, idName }: Place): JsonObject {
  const properties = propertiesOf(checked.routed.site.contract, schema);
  const names = parentNames(resource.path, properties, idName);
  const parents = [...names].flatMap(([parameter, name]): [string, Json][] => {
    const value = checked.validation.parsed?.path[parameter];
    return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
  });
  return Object.fromEntries(parents);
}

/** Where the thing stands in the body of a role's answer, or of the reading one where that has none. */
export function thingPlace(
  { checked, resource }: Matter,
  role: 'create' | 'read' | 'replace' | 'change' | 'remove',
): Place | undefined {
  const operation = resource.operations[role];
  const schema = operation && successContent(operation)?.schema;
  if (schema === undefined) return undefined;
  if (resource.parameter === undefined) return { steps: [], schema, idName: '' };
  return findThing(checked.routed.site.contract, schema, resource.idNames);
}

export function listPlace({ checked, resource }: Matter): Place | undefined {
  const schema = resource.operations.list && successContent(resource.operations.list)?.schema;
  if (schema === undefined || resource.parameter === undefined) return undefined;
  return findList(checked.routed.site.contract, schema, resource.idNames);
}
