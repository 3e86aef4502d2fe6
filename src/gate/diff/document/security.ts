import { object, objects, texts } from '../../../contract/document/members.ts';
import type { Json } from '../../../contract/json.ts';
import { memo } from '../../../contract/memo.ts';
import { canonical } from '../../../contract/schema/canonical.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type OperationPair, type Told, tell } from './comparison.ts';
import type { Side } from './side.ts';

/** One way to be let in: scopes by scheme. No scheme at all: everybody is. */
type Alternative = ReadonlyMap<string, readonly string[]>;

/** `security` of the document: said once, not for every operation that inherits it. */
export function compareGlobalSecurity(comparison: Comparison): readonly RawChange[] {
  const { old, new: fresh } = comparison;
  const before = alternatives(old.find('', 'security')?.value);
  const after = alternatives(fresh.find('', 'security')?.value);
  return compareAlternatives(before, after, 'api-global-security', '', formerNames(comparison)).map((told) =>
    tell('', told),
  );
}

/** `security` of one operation, where it has one of its own in either document. */
export function compareSecurity(pair: OperationPair, comparison: Comparison): readonly RawChange[] {
  const { old, new: fresh } = comparison;
  const own = [old.find(pair.old.pointer, 'security'), fresh.find(pair.new.pointer, 'security')];
  if (pair.reversed || own.every((node) => node === undefined)) return [];
  const before = effective(pair.old.pointer, old);
  const after = effective(pair.new.pointer, fresh);
  const names = formerNames(comparison);
  return compareAlternatives(before, after, 'api-security', pair.new.pointer, names).map((told) =>
    tell(pair.name, told),
  );
}

function effective(pointer: string, side: Side): readonly Alternative[] {
  return alternatives((side.find(pointer, 'security') ?? side.find('', 'security'))?.value);
}

function alternatives(security: Json | undefined): readonly Alternative[] {
  return objects(security).map(
    (alternative) => new Map(Object.entries(alternative).map(([scheme, scopes]) => [scheme, texts(scopes)])),
  );
}

/** What schemes were called that have another name now: clients send the same credentials. */
const formerNames = memo(({ old, new: fresh }: Comparison): ReadonlyMap<string, string> => {
  const schemesOfSide = ({ find }: Side) => object(find('', 'components', 'securitySchemes')?.value);
  const [before, after] = [schemesOfSide(old), schemesOfSide(fresh)];
  const came = Object.entries(after).filter(([name]) => !(name in before));
  return new Map(
    came.flatMap(([name, scheme]) => {
      const former = Object.entries(before).find(
        ([, other]) => canonical(withoutWords(other)) === canonical(withoutWords(scheme)),
      );
      return former ? [[name, former[0]] as const] : [];
    }),
  );
});

const withoutWords = (scheme: Json): Json => ({ ...object(scheme), description: null });

function compareAlternatives(
  old: readonly Alternative[],
  fresh: readonly Alternative[],
  prefix: 'api-security' | 'api-global-security',
  pointer: string,
  names: ReadonlyMap<string, string>,
): readonly Told[] {
  const place = newPlace(pointer, 'security');
  const asKnown = fresh.map(
    (way) => new Map([...way].map(([name, scopes]) => [names.get(name) ?? name, scopes])),
  );
  const before = new Map(old.map((alternative) => [schemesOf(alternative), alternative]));
  const after = new Map(fresh.map((alternative) => [schemesOf(alternative), alternative]));
  return [
    ...tightened(old, asKnown).map((message): Told => ({ rule: 'api-security-tightened', message, place })),
    ...[...after.keys()]
      .filter((key) => !before.has(key))
      .map(
        (key): Told => ({
          rule: `${prefix}-added`,
          message: `clients may authenticate by ${words(key)}`,
          place,
        }),
      ),
    ...[...before.keys()]
      .filter((key) => !after.has(key))
      .map(
        (key): Told => ({ rule: `${prefix}-removed`, message: `${words(key)} is no longer a way in`, place }),
      ),
    ...[...after].flatMap(([key, alternative]) => scopes(before.get(key), alternative, prefix, place)),
  ];
}

const schemesOf = (alternative: Alternative): string => [...alternative.keys()].sort().join(' and ');
const words = (schemes: string): string => schemes || 'nothing at all';

/** One sentence for each way in that now leads nowhere. */
function tightened(old: readonly Alternative[], fresh: readonly Alternative[]): readonly string[] {
  if (fresh.length === 0) return [];
  const ways = old.length > 0 ? old : [new Map<string, readonly string[]>()];
  return ways
    .filter((way) => !fresh.some((other) => suffices(way, other)))
    .map((way) =>
      way.size === 0
        ? `clients that do not authenticate are now refused: ${fresh.map(schemesOf).join(' or ')} is asked for`
        : `clients that authenticate by ${describe(way)} are now refused`,
    );
}

function describe(way: Alternative): string {
  const parts = [...way].map(([scheme, scopes]) =>
    scopes.length > 0 ? `${scheme} (${scopes.join(', ')})` : scheme,
  );
  return parts.join(' and ');
}

/** Who has these credentials has what is asked for. */
function suffices(have: Alternative, asked: Alternative): boolean {
  return [...asked].every(([scheme, scopes]) => {
    const own = have.get(scheme);
    return own !== undefined && scopes.every((scope) => own.includes(scope));
  });
}

function scopes(
  old: Alternative | undefined,
  fresh: Alternative,
  prefix: 'api-security' | 'api-global-security',
  place: Told['place'],
): readonly Told[] {
  if (!old) return [];
  return [...fresh].flatMap(([scheme, after]) => {
    const before = old.get(scheme) ?? [];
    const added = after.filter((scope) => !before.includes(scope));
    const removed = before.filter((scope) => !after.includes(scope));
    return [
      ...added.map(
        (scope): Told => ({
          rule: `${prefix}-scope-added`,
          message: `${scheme} asks for the scope ${scope}`,
          place,
        }),
      ),
      ...removed.map(
        (scope): Told => ({
          rule: `${prefix}-scope-removed`,
          message: `${scheme} no longer asks for the scope ${scope}`,
          place,
        }),
      ),
    ];
  });
}
