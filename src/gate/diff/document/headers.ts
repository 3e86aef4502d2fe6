import type { Header, Response } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, oldPlace, type Told, tell } from './comparison.ts';
import { type ContentPlace, compareContents } from './content.ts';
import { compareSchemas } from './schemas.ts';

interface HeadersPlace {
  readonly operation: string;
  readonly unpromised: boolean;
  readonly subject: string;
  /** Of the response. */
  readonly pointer: string;
  /** Of the response in the old document. */
  readonly formerPointer: string;
}

/** Headers of a response. */
export function compareHeaders(
  old: Response,
  fresh: Response,
  { operation, unpromised, subject, pointer, formerPointer }: HeadersPlace,
  comparison: Comparison,
): readonly RawChange[] {
  const before = old.headers;
  const after = fresh.headers;
  const wasAt = ({ name }: Header): string =>
    comparison.old.find(formerPointer, 'headers', name)?.pointer ?? formerPointer;
  const words = (header: Header): string => `${subject} header ${header.name}`;
  return [
    ...[...before.values()]
      .filter(({ name }) => !after.has(name.toLowerCase()))
      .map((header) =>
        tell(operation, { ...gone(header, pointer), was: oldPlace(wasAt(header)), subject: words(header) }),
      ),
    ...[...after].flatMap(([key, header]) => {
      const former = before.get(key);
      const at = comparison.new.find(pointer, 'headers', header.name)?.pointer ?? pointer;
      if (!former) return [tell(operation, { ...arrived(at), subject: words(header) })];
      return [
        ...[...requiredness(former, header, at), ...deprecation(former, header, at)].map((each) =>
          tell(operation, { ...each, subject: words(header) }),
        ),
        ...values(
          former,
          header,
          {
            operation,
            unpromised,
            root: 'response-header',
            part: 'response-header',
            subject: words(header),
            pointer: at,
            formerPointer: wasAt(former),
            request: false,
          },
          comparison,
        ),
      ];
    }),
  ];
}

function gone({ required }: Header, pointer: string): Told {
  const place = newPlace(pointer, 'headers');
  return required
    ? { rule: 'required-response-header-removed', message: 'clients that rely on it no longer get it', place }
    : {
        rule: 'optional-response-header-removed',
        message: 'clients that look for it no longer find it',
        place,
      };
}

const arrived = (pointer: string): Told => ({
  rule: 'response-header-added',
  message: 'clients may now receive it',
  place: newPlace(pointer),
});

function requiredness(old: Header, fresh: Header, pointer: string): readonly Told[] {
  if (old.required === fresh.required) return [];
  const place = newPlace(pointer, 'required');
  return [
    fresh.required
      ? { rule: 'response-header-became-required', message: 'it is always there now', place }
      : { rule: 'response-header-became-optional', message: 'clients that rely on it may not get it', place },
  ];
}

function deprecation(old: Header, fresh: Header, pointer: string): readonly Told[] {
  if (old.deprecated || !fresh.deprecated) return [];
  const place = newPlace(pointer, 'deprecated');
  return [{ rule: 'response-header-became-deprecated', message: 'it is deprecated', place }];
}

/** What may stand in a header: its schema, or the media type it is written in. */
function values(
  old: Header,
  fresh: Header,
  place: ContentPlace,
  comparison: Comparison,
): readonly RawChange[] {
  if (old.content && fresh.content) return compareContents(old.content, fresh.content, place, comparison);
  if (old.content || fresh.content) return [rewritten(place, fresh.content ? 'content' : 'schema')];
  const { types } = comparison.new.formOf(fresh.schema ?? true);
  // In style simple, which all headers have, lists look the same exploded.
  const isOther = old.explode !== fresh.explode && types?.has('object');
  return [
    ...(isOther ? [rewritten(place, 'explode')] : []),
    ...compareSchemas(old.schema ?? true, fresh.schema ?? true, { ...place, manner: 'text' }, comparison),
  ];
}

const rewritten = ({ operation, subject, pointer }: ContentPlace, member: string): RawChange =>
  tell(operation, {
    rule: 'response-header-serialization-changed',
    subject,
    message: 'clients that read it as before no longer understand it',
    place: newPlace(pointer, member),
  });
