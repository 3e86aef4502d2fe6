import { encodingOf } from '../../../contract/body/form-fields.ts';
import { escapeStep } from '../../../contract/document/pointer.ts';
import type { MediaType } from '../../../contract/types.ts';
import type { Level } from '../types.ts';
import type { Told } from './comparison.ts';
import { inRange, sameEssence } from './media-types.ts';

/** How one part of a form is written now. */
interface EncodingChange extends Pick<Told, 'message' | 'expected' | 'actual'> {
  /** A property of the form. */
  readonly part: string;
  /** Below the media type. */
  readonly member: string;
  readonly level: Level;
}

/** `encoding`: how the parts of a form are written (OpenAPI 3.1, Encoding Object). */
export function compareEncodings(
  old: MediaType,
  fresh: MediaType,
  request: boolean,
): readonly EncodingChange[] {
  const parts = new Set([...Object.keys(old.encoding), ...Object.keys(fresh.encoding)]);
  return [...parts].flatMap((part) => {
    const member = part in fresh.encoding ? `encoding/${escapeStep(part)}` : 'encoding';
    const change = styles(old, fresh, part, request) ?? types(old, fresh, part, request);
    return change ? [{ ...change, part, member }] : [];
  });
}

type Judged = Omit<EncodingChange, 'part' | 'member'>;

function styles(old: MediaType, fresh: MediaType, part: string, request: boolean): Judged | undefined {
  const [expected, actual] = [old, fresh].map((media) => {
    const { style, explode } = encodingOf(media, part);
    return `style ${style}${explode ? ', exploded' : ''}`;
  });
  if (expected === actual) return undefined;
  const message = request
    ? `clients that write it in ${expected} are no longer understood`
    : `clients may now receive it in ${actual}`;
  return { level: 'error', message, expected, actual };
}

/** A part may have any of the media types; what it has where none is named depends on its schema. */
function types(old: MediaType, fresh: MediaType, part: string, request: boolean): Judged | undefined {
  const expected = encodingOf(old, part).contentType;
  const actual = encodingOf(fresh, part).contentType;
  const lost = beyond(expected, actual);
  const won = beyond(actual, expected);
  if (lost + won === '') return undefined;
  const values = { expected, actual };
  if (expected === undefined || actual === undefined)
    return {
      ...values,
      level: 'warning',
      message: `its media type was ${expected ?? 'free'}, now it is ${actual ?? 'free'}`,
    };
  if (request)
    return lost
      ? { ...values, level: 'error', message: `clients that send it as ${lost} are now refused` }
      : { ...values, level: 'info', message: `${won} is now accepted` };
  return won
    ? { ...values, level: 'error', message: `clients may now receive it as ${won}` }
    : { ...values, level: 'info', message: `it is no longer sent as ${lost}` };
}

/** The media types of one list that the other does not take in. */
function beyond(list: string | undefined, other: string | undefined): string {
  const named = (text = '') =>
    text
      .split(',')
      .flatMap((name) => name.trim() || [])
      .map((name) => ({ name }));
  return named(list)
    .filter((media) => !named(other).some((other) => sameEssence(media, other) || inRange(media, other)))
    .map(({ name }) => name)
    .join(', ');
}
