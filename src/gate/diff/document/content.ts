import { parseMediaType } from '../../../contract/media-types.ts';
import type { MediaType } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, type Told, tell } from './comparison.ts';
import { compareSchemas, type SchemaPlace } from './schemas.ts';

/** A `content` map and where it stands. */
export interface ContentPlace extends SchemaPlace {
  /** Of the object that has the map. */
  readonly pointer: string;
  /** Clients send it; else they read it. */
  readonly request: boolean;
}

type Content = ReadonlyMap<string, MediaType>;

/** Media types that came and went, and what changed in those that stayed. */
export function compareContents(
  old: Content,
  fresh: Content,
  place: ContentPlace,
  comparison: Comparison,
): readonly RawChange[] {
  const { pairs, removed, added } = match(old, fresh);
  const told = [
    ...removed.map((media) => gone(media, place)),
    ...added.map((media) => arrived(media, place)),
    ...pairs.flatMap(([before, after]) => renamed(before, after, place)),
  ];
  const many = pairs.length > 1;
  return [
    ...told.map((each) => tell(place.operation, { subject: place.subject, ...each })),
    ...pairs.flatMap(([before, after]) => compareMedia(before, after, place, many, comparison)),
  ];
}

/** By name first, whatever the case and spacing; then by range: `application/json` became `application/*`. */
function match(old: Content, fresh: Content) {
  const removed = [...old.values()];
  const added = [...fresh.values()];
  const pairs: (readonly [MediaType, MediaType])[] = [];
  const tests = [sameName, sameEssence, inRange, (one: MediaType, other: MediaType) => inRange(other, one)];
  for (const test of tests) {
    for (const from of [...removed]) {
      const to = added.find((candidate) => test(from, candidate));
      if (!to) continue;
      pairs.push([from, to]);
      removed.splice(removed.indexOf(from), 1);
      added.splice(added.indexOf(to), 1);
    }
  }
  return { pairs, removed, added };
}

const key = ({ name }: MediaType): string => name.toLowerCase().replaceAll(/\s/g, '');
const essence = ({ name }: MediaType): string => parseMediaType(name)?.essence ?? name;
const sameName = (one: MediaType, other: MediaType): boolean => key(one) === key(other);
const sameEssence = (one: MediaType, other: MediaType): boolean => essence(one) === essence(other);

function inRange(media: MediaType, range: MediaType): boolean {
  const wanted = essence(range);
  if (!wanted.includes('*')) return false;
  const [before = '', after = ''] = wanted.split('*');
  return wanted === '*/*' || (essence(media).startsWith(before) && essence(media).endsWith(after));
}

function gone({ name }: MediaType, { request, pointer }: ContentPlace): Told {
  const place = newPlace(pointer, 'content');
  return request
    ? { rule: 'request-body-media-type-removed', message: `clients that send ${name} are now refused`, place }
    : { rule: 'response-media-type-removed', message: `clients that read ${name} no longer get it`, place };
}

function arrived({ name }: MediaType, { request, pointer }: ContentPlace): Told {
  const place = newPlace(pointer, 'content');
  return request
    ? { rule: 'request-body-media-type-added', message: `${name} is now accepted`, place }
    : { rule: 'response-media-type-added', message: `${name} may be asked for`, place };
}

/** One media type became a range, or a range one of its media types. */
function renamed(old: MediaType, fresh: MediaType, { request, pointer }: ContentPlace): readonly Told[] {
  if (essence(old) === essence(fresh)) return [];
  const place = newPlace(pointer, 'content');
  const change = { place, expected: old.name, actual: fresh.name };
  const isWider = inRange(old, fresh);
  if (request) {
    return isWider
      ? [
          {
            ...change,
            rule: 'request-body-media-type-added',
            message: `all of ${fresh.name} is now accepted`,
          },
        ]
      : [
          {
            ...change,
            rule: 'request-body-media-type-removed',
            message: `clients that send other types of ${old.name} are now refused`,
          },
        ];
  }
  return isWider
    ? [
        {
          ...change,
          rule: 'response-media-type-name-generalized',
          message: `clients may now receive all of ${fresh.name}`,
        },
      ]
    : [
        {
          ...change,
          rule: 'response-media-type-name-specialized',
          message: `of ${old.name} only ${fresh.name} is sent`,
        },
      ];
}

function compareMedia(
  old: MediaType,
  fresh: MediaType,
  place: ContentPlace,
  many: boolean,
  comparison: Comparison,
): readonly RawChange[] {
  const subject = many ? `${place.subject} (${fresh.name})` : place.subject;
  const streams: RawChange[] =
    old.itemSchema !== undefined && fresh.itemSchema !== undefined
      ? [
          ...compareSchemas(
            old.itemSchema,
            fresh.itemSchema,
            { ...place, subject: `${subject} item` },
            comparison,
          ),
        ]
      : [];
  if (old.schema !== undefined && fresh.schema !== undefined)
    return [...streams, ...compareSchemas(old.schema, fresh.schema, { ...place, subject }, comparison)];
  const told = schemaExistence(old, fresh, place);
  return [...streams, ...(told ? [tell(place.operation, { ...told, subject })] : [])];
}

function schemaExistence(
  old: MediaType,
  fresh: MediaType,
  { pointer, request }: ContentPlace,
): Told | undefined {
  const place = newPlace(pointer, `content/${fresh.name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  const { name } = fresh;
  if (old.schema === undefined && fresh.schema !== undefined && fresh.schema !== true) {
    return request
      ? {
          rule: 'request-body-media-type-schema-added',
          message: `clients that send other ${name} are now refused`,
          place,
        }
      : {
          rule: 'response-body-media-type-schema-added',
          message: `${name} is now described by a schema`,
          place,
        };
  }
  if (fresh.schema === undefined && old.schema !== undefined && old.schema !== true) {
    return request
      ? { rule: 'request-body-media-type-schema-removed', message: `any ${name} is now accepted`, place }
      : {
          rule: 'response-body-media-type-schema-removed',
          message: `clients are no longer told what ${name} looks like`,
          place,
        };
  }
  return undefined;
}
