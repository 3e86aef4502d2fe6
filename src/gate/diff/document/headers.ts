import type { Header, Response } from '../../../contract/types.ts';
import type { RawChange } from '../types.ts';
import { type Comparison, newPlace, oldPlace, type Told, tell } from './comparison.ts';
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
  const wasAt = ({ name }: Header) =>
    oldPlace(comparison.old.find(formerPointer, 'headers', name)?.pointer ?? formerPointer);
  const words = (header: Header): string => `${subject} header ${header.name}`;
  return [
    ...[...before.values()]
      .filter(({ name }) => !after.has(name.toLowerCase()))
      .map((header) =>
        tell(operation, { ...gone(header, pointer), was: wasAt(header), subject: words(header) }),
      ),
    ...[...after].flatMap(([key, header]) => {
      const former = before.get(key);
      const at = comparison.new.find(pointer, 'headers', header.name)?.pointer ?? pointer;
      if (!former) return [tell(operation, { ...arrived(at), subject: words(header) })];
      return [
        ...requiredness(former, header, at).map((each) =>
          tell(operation, { ...each, subject: words(header) }),
        ),
        ...compareSchemas(
          former.schema ?? true,
          header.schema ?? true,
          {
            operation,
            unpromised,
            root: 'response-header',
            part: 'response-header',
            subject: words(header),
            asText: true,
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
