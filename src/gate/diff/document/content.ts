import { escapeStep } from '../../../contract/document/pointer.ts';
import type { MediaType } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, oldPlace, type Told, tell } from './comparison.ts';
import { compareEncodings } from './encoding.ts';
import { compareMediaParameters, inRange, mannerOf, matchMediaTypes, sameEssence } from './media-types.ts';
import { compareSchemas, type SchemaPlace } from './schemas.ts';

/** A `content` map and where it stands. */
export interface ContentPlace extends SchemaPlace {
  /** Of the object that has the map. */
  readonly pointer: string;
  /** Of that object in the old document. */
  readonly formerPointer: string;
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
  const { pairs, removed, added } = matchMediaTypes(old, fresh);
  const told = [
    ...removed.map((media) => gone(media, place)),
    ...added.map((media) => arrived(media, place)),
  ];
  const many = pairs.length > 1;
  return [
    ...told.map((each) => tell(place.operation, { subject: place.subject, ...each })),
    ...pairs.flatMap(([before, after]) => renamed(before, after, place)),
    ...pairs.flatMap(([before, after]) => compareMedia(before, after, place, many, comparison)),
  ];
}

const memberOf = ({ name }: MediaType): string => `content/${escapeStep(name)}`;

function gone(media: MediaType, { request, pointer, formerPointer }: ContentPlace): Told {
  const { name } = media;
  const places = { place: newPlace(pointer, 'content'), was: oldPlace(formerPointer, memberOf(media)) };
  return request
    ? {
        ...places,
        rule: 'request-body-media-type-removed',
        message: `clients that send ${name} are now refused`,
      }
    : {
        ...places,
        rule: 'response-media-type-removed',
        message: `clients that read ${name} no longer get it`,
      };
}

function arrived(media: MediaType, { request, pointer }: ContentPlace): Told {
  const { name } = media;
  const place = newPlace(pointer, memberOf(media));
  return request
    ? { rule: 'request-body-media-type-added', message: `${name} is now accepted`, place }
    : { rule: 'response-media-type-added', message: `${name} may be asked for`, place };
}

/** One media type became a range, a range one of its media types, or its parameters changed. */
function renamed(old: MediaType, fresh: MediaType, place: ContentPlace): readonly RawChange[] {
  const { request, operation, subject, pointer, formerPointer } = place;
  const change = {
    subject,
    place: newPlace(pointer, memberOf(fresh)),
    was: oldPlace(formerPointer, memberOf(old)),
    expected: old.name,
    actual: fresh.name,
  };
  if (sameEssence(old, fresh)) return otherParameters(old, fresh, change, place);
  const words = (request ? ofRequest : ofResponse)[inRange(old, fresh) ? 'generalized' : 'specialized'];
  return [tell(operation, { ...change, rule: words.rule, message: words.message(old.name, fresh.name) })];
}

type Words = Readonly<
  Record<
    'generalized' | 'specialized',
    { readonly rule: Told['rule']; message(old: string, fresh: string): string }
  >
>;

const ofRequest: Words = {
  generalized: {
    rule: 'request-body-media-type-added',
    message: (_, fresh) => `all of ${fresh} is now accepted`,
  },
  specialized: {
    rule: 'request-body-media-type-removed',
    message: (old) => `clients that send other types of ${old} are now refused`,
  },
};

const ofResponse: Words = {
  generalized: {
    rule: 'response-media-type-name-generalized',
    message: (_, fresh) => `clients may now receive all of ${fresh}`,
  },
  specialized: {
    rule: 'response-media-type-name-specialized',
    message: (old, fresh) => `of ${old} only ${fresh} is sent`,
  },
};

/** `application/json; version=1` → `application/json; version=2`: what a parameter means, only its owner knows. */
function otherParameters(
  old: MediaType,
  fresh: MediaType,
  change: Pick<Told, 'subject' | 'place' | 'was' | 'expected' | 'actual'>,
  { request, operation }: ContentPlace,
): readonly RawChange[] {
  const parameters = compareMediaParameters(old, fresh);
  if (!parameters) return [];
  const { isMoved, isCharset } = parameters;
  const rule = request ? 'request-body-media-type-name-changed' : 'response-media-type-name-changed';
  const message = request
    ? `clients that send ${old.name} may be refused`
    : `clients that ask for ${old.name} may get ${fresh.name}`;
  const level = isMoved && !isCharset ? 'warning' : undefined;
  return [tell(operation, { ...change, rule, message, level })];
}

function compareMedia(
  old: MediaType,
  fresh: MediaType,
  place: ContentPlace,
  many: boolean,
  comparison: Comparison,
): readonly RawChange[] {
  const subject = many ? `${place.subject} (${fresh.name})` : place.subject;
  const here = { ...place, subject, manner: mannerOf(old, fresh) };
  const forms = compareEncodings(old, fresh, place.request).map(({ part, member, ...change }) =>
    tell(place.operation, {
      ...change,
      rule: place.request ? 'request-body-encoding-changed' : 'response-body-encoding-changed',
      subject: `${subject} /${part}`,
      place: newPlace(place.pointer, `${memberOf(fresh)}/${member}`),
    }),
  );
  const streams =
    old.itemSchema !== undefined && fresh.itemSchema !== undefined
      ? compareSchemas(old.itemSchema, fresh.itemSchema, { ...here, subject: `${subject} item` }, comparison)
      : [];
  if (old.schema !== undefined && fresh.schema !== undefined)
    return [...forms, ...streams, ...compareSchemas(old.schema, fresh.schema, here, comparison)];
  const told = schemaExistence(old, fresh, place);
  return [...forms, ...streams, ...(told ? [tell(place.operation, { ...told, subject })] : [])];
}

const isSaid = ({ schema, itemSchema }: MediaType): boolean =>
  [schema, itemSchema].some((each) => each !== undefined && each !== true);

function schemaExistence(
  old: MediaType,
  fresh: MediaType,
  { pointer, formerPointer, request }: ContentPlace,
): Told | undefined {
  if (isSaid(old) === isSaid(fresh)) return undefined;
  const { name } = fresh;
  const places = { place: newPlace(pointer, memberOf(fresh)), was: oldPlace(formerPointer, memberOf(old)) };
  const [rule, message] = isSaid(fresh) ? schemaCame(request, name) : schemaWent(request, name);
  return { ...places, rule, message };
}

type Sentence = readonly [rule: Told['rule'], message: string];

const schemaCame = (request: boolean, name: string): Sentence =>
  request
    ? ['request-body-media-type-schema-added', `clients that send other ${name} are now refused`]
    : ['response-body-media-type-schema-added', `${name} is now described by a schema`];

const schemaWent = (request: boolean, name: string): Sentence =>
  request
    ? ['request-body-media-type-schema-removed', `any ${name} is now accepted`]
    : ['response-body-media-type-schema-removed', `clients are no longer told what ${name} looks like`];
