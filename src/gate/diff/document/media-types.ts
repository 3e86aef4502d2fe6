import { isJson, parseMediaType } from '../../../contract/document/media-types.ts';
import type { MediaType } from '../../../contract/types.ts';
import { type MatchedUp, matchUp } from '../match-up.ts';
import type { Manner } from '../schema/change.ts';

type Content = ReadonlyMap<string, MediaType>;

type Named = Pick<MediaType, 'name'>;

/** What became what: by name, whatever the case and spacing; then by range: `application/json` became `application/*`. */
export function matchMediaTypes(old: Content, fresh: Content): MatchedUp<MediaType> {
  const tests = [sameName, sameEssence, inRange, (one: MediaType, other: MediaType) => inRange(other, one)];
  return matchUp([...old.values()], [...fresh.values()], tests);
}

const key = ({ name }: MediaType): string => name.toLowerCase().replaceAll(/\s/g, '');
const essence = ({ name }: Named): string => parseMediaType(name)?.essence ?? name;
const sameName = (one: MediaType, other: MediaType): boolean => key(one) === key(other);

export const sameEssence = (one: Named, other: Named): boolean => essence(one) === essence(other);

/** A range takes in its media types, and `application/json` what is built on it: `application/problem+json` (RFC 6839). */
export function inRange(media: Named, range: Named): boolean {
  const wanted = essence(range);
  if (!wanted.includes('*')) return isBuiltOn(essence(media), wanted);
  const [before = '', after = ''] = wanted.split('*');
  return wanted === '*/*' || (essence(media).startsWith(before) && essence(media).endsWith(after));
}

function isBuiltOn(media: string, base: string): boolean {
  const [type = '', subtype = ''] = base.split('/');
  return media.startsWith(`${type}/`) && media.endsWith(`+${subtype}`);
}

/** How values travel. A range may mean JSON, a stream holds it; in forms and plain text a number is a text. */
export function mannerOf(old: MediaType, fresh: MediaType): Manner {
  const names = [essence(old), essence(fresh)];
  if (names.some((name) => isJson(name) || isJsonStream.test(name) || name.includes('*'))) return 'json';
  return names.every((name) => isXml.test(name)) ? 'xml' : 'text';
}

const isXml = /[/+]xml$/;

/** `application/jsonl`, `application/x-ndjson`, `application/json-seq` (RFC 7464). */
const isJsonStream = /json(l|-seq)?$/;

/** How the parameters of a media type changed, where its essence stayed. */
export interface ParameterChange {
  /** A parameter that was there is gone or has another value: `version=1` → `version=2`. */
  readonly isMoved: boolean;
  /** Nothing but `charset` is concerned, which says how, not what. */
  readonly isCharset: boolean;
}

/** Undefined: they are the same, in whatever order and spelling. */
export function compareMediaParameters(old: MediaType, fresh: MediaType): ParameterChange | undefined {
  const before = parametersOf(old);
  const after = parametersOf(fresh);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name)?.toLowerCase() !== after.get(name)?.toLowerCase(),
  );
  if (changed.length === 0) return undefined;
  return {
    isMoved: changed.some((name) => before.has(name)),
    isCharset: changed.every((name) => name === 'charset'),
  };
}

const parametersOf = ({ name }: MediaType): ReadonlyMap<string, string> =>
  parseMediaType(name)?.parameters ?? new Map();
