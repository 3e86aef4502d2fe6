import type { Operation } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Address, addressesOf } from './addresses.ts';
import { type Comparison, newPlace, type OperationPair, oldPlace, type Told, tell } from './comparison.ts';
import { basesInPaths } from './moved-bases.ts';
import { pathItemOf } from './parameter-place.ts';
import type { Side } from './side.ts';

/** `servers` of the document: said once, not for every operation that inherits them. */
export function compareServers(comparison: Comparison): readonly RawChange[] {
  const { old, new: fresh } = comparison;
  const moved = basesInPaths(comparison);
  const before = without(moved.old, serversAt('', old));
  const after = without(moved.new, serversAt('', fresh));
  return compare(before, after).map((told) => tell('', told));
}

/** `servers` of one operation or of its path, where either document has some. */
export function compareOwnServers(
  pair: OperationPair,
  { old, new: fresh }: Comparison,
): readonly RawChange[] {
  const before = own(pair.old, old);
  const after = own(pair.new, fresh);
  if (pair.reversed || !(before || after)) return [];
  const told = compare(before ?? serversAt('', old), after ?? serversAt('', fresh));
  return told.map((each) => tell(pair.name, each));
}

interface Servers {
  /** Of the object that has the list. */
  readonly pointer: string;
  readonly addresses: readonly Address[];
}

const serversAt = (pointer: string, { find }: Side): Servers => ({
  pointer,
  addresses: addressesOf(find(pointer, 'servers')?.value),
});

function own(operation: Operation, side: Side): Servers | undefined {
  return [operation.pointer, pathItemOf(operation)]
    .map((pointer) => serversAt(pointer, side))
    .find(({ addresses }) => addresses.length > 0);
}

/** What stands in the paths by now is no part of the servers. */
function without(base: string, { pointer, addresses }: Servers): Servers {
  const cut = (text: string): string => text.slice(0, text.length - base.length);
  return {
    pointer,
    addresses: addresses.map(({ url, host, base: own }) => ({ url: cut(url), host, base: cut(own) })),
  };
}

/**
 * Which host serves a document is no promise of it: the same one is served in many places. What comes between the host and
 * a path is a part of every path.
 */
function compare(old: Servers, fresh: Servers): readonly Told[] {
  const gone = old.addresses.filter((address) => !isAmong(address, fresh.addresses, ({ url }) => url));
  const moved = gone.filter((address) => {
    const there = fresh.addresses.filter(({ host }) => isSameHost(host, address.host));
    return there.length > 0 && !isAmong(address, there, ({ base }) => base);
  });
  const left = gone.filter((address) => !moved.includes(address));
  const came = fresh.addresses.filter((address) => !isAmong(address, old.addresses, ({ url }) => url));
  const place = newPlace(fresh.pointer, 'servers');
  const was = oldPlace(old.pointer, 'servers');
  const told = (
    rule: Told['rule'],
    urls: readonly Address[],
    message: (list: string) => string,
  ): readonly Told[] => (urls.length === 0 ? [] : [{ rule, message: message(listed(urls)), place, was }]);
  return [
    ...told('api-base-path-removed', moved, (list) => `clients that call ${list} are now refused`),
    ...told('api-server-removed', left, (list) => `clients are no longer told that ${list} serves them`),
    ...told('api-server-added', came, (list) => `clients may call ${list}`),
  ];
}

/** A free variable takes in every value. */
function isAmong(address: Address, others: readonly Address[], part: (address: Address) => string): boolean {
  return others.some((other) => {
    const texts = part(other)
      .split('{}')
      .map((text) => literally(text));
    return new RegExp(`^${texts.join('[^/?#]+')}$`).test(part(address));
  });
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A relative URL is served wherever the document is. */
const isSameHost = (one: string, other: string): boolean => one === other || one === '' || other === '';

const mostListed = 3;

function listed(addresses: readonly Address[]): string {
  const urls = addresses.slice(0, mostListed).map(({ url }) => url);
  const others = addresses.length - urls.length;
  return others > 0 ? `${urls.join(', ')} and ${others} more` : urls.join(' and ');
}
