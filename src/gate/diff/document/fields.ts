import type { Header } from '../../../contract/types.ts';
import type { Place, RawChange } from '../types.ts';
import { type Comparison, newPlace, oldPlace, type Told, tell } from './comparison.ts';
import { type ContentPlace, compareContents } from './content.ts';
import { compareSchemas } from './schemas.ts';

type Value = Pick<Header, 'required' | 'deprecated' | 'schema' | 'content' | 'explode'>;

/** What a message has beside its body and clients read: a header of a response, a parameter of a webhook. */
export interface Field {
  readonly value: Value;
  /** For people: `response 200 header ETag`. */
  readonly subject: string;
  readonly pointer: string;
}

interface FieldsPlace {
  readonly operation: string;
  readonly unpromised: boolean;
  /** Where one that is gone is missed. */
  readonly holder: Place;
}

/** Fields by a key that is the same for the same field. */
export function compareFields(
  old: ReadonlyMap<string, Field>,
  fresh: ReadonlyMap<string, Field>,
  { holder, ...place }: FieldsPlace,
  comparison: Comparison,
): readonly RawChange[] {
  const { operation } = place;
  return [
    ...[...old]
      .filter(([key]) => !fresh.has(key))
      .map(([, { value, subject, pointer }]) =>
        tell(operation, { ...gone(value, holder), was: oldPlace(pointer), subject }),
      ),
    ...[...fresh].flatMap(([key, { value, subject, pointer }]) => {
      const former = old.get(key);
      if (!former) return [tell(operation, { ...arrived(pointer), subject })];
      const told = [
        ...requiredness(former.value, value, pointer),
        ...deprecation(former.value, value, pointer),
      ];
      return [
        ...told.map((each) =>
          tell(operation, { ...each, was: oldPlace(former.pointer, each.place.member), subject }),
        ),
        ...values(
          former.value,
          value,
          {
            ...place,
            root: 'response-header',
            part: 'response-header',
            subject,
            pointer,
            formerPointer: former.pointer,
            request: false,
          },
          comparison,
        ),
      ];
    }),
  ];
}

function gone({ required }: Value, place: Place): Told {
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

function requiredness(old: Value, fresh: Value, pointer: string): readonly Told[] {
  if (old.required === fresh.required) return [];
  const place = newPlace(pointer, 'required');
  return [
    fresh.required
      ? { rule: 'response-header-became-required', message: 'it is always there now', place }
      : { rule: 'response-header-became-optional', message: 'clients that rely on it may not get it', place },
  ];
}

function deprecation(old: Value, fresh: Value, pointer: string): readonly Told[] {
  if (old.deprecated || !fresh.deprecated) return [];
  const place = newPlace(pointer, 'deprecated');
  return [{ rule: 'response-header-became-deprecated', message: 'it is deprecated', place }];
}

/** What may stand in it: its schema, or the media type it is written in. */
function values(old: Value, fresh: Value, place: ContentPlace, comparison: Comparison): readonly RawChange[] {
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
