import { memo } from '../memo.ts';
import type { MediaType } from '../types.ts';

/** A media type taken apart (RFC 9110 section 8.3.1): lower case, parameters unquoted. */
export interface ParsedMediaType {
  /** `application/json` */
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/** Reads a `Content-Type` value; undefined when it is no media type. */
export function parseMediaType(text: string | undefined): ParsedMediaType | undefined {
  if (text === undefined) return undefined;
  const semicolon = text.indexOf(';');
  const essence = (semicolon < 0 ? text : text.slice(0, semicolon)).trim().toLowerCase();
  if (!/^[^\s/,]+\/[^\s/,]+$/.test(essence)) return undefined;
  if (semicolon < 0) return { essence, parameters: noParameters };
  return { essence, parameters: parseParameters(text.slice(semicolon)) };
}

const noParameters: ReadonlyMap<string, string> = new Map();

/** Reads `; name=value; other="quoted"`, as media types and `Content-Disposition` have them. Names lower case. */
export function parseParameters(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(parameter)].map(([, name = '', quoted, plain = '']) => [
      name.toLowerCase(),
      quoted === undefined ? plain.trim() : quoted.replaceAll(/\\(.)/g, '$1'),
    ]),
  );
}

/** JSON and everything built on it (RFC 6839 section 3.1). */
export function isJson(essence: string): boolean {
  return essence.endsWith('/json') || essence.endsWith('+json');
}

/** The same of a media type as a document or a header writes it. */
export function saysJson(mediaType: string | undefined): boolean {
  return isJson(parseMediaType(mediaType)?.essence ?? '');
}

/**
 * The entry of a `content` map for a media type: the most specific wins, `application/json; v=2` before `application/json` before
 * `application/*` before `*` + `/*`. A structured suffix range (`application/*+json`) is a range too.
 */
export function findMediaType(
  content: ReadonlyMap<string, MediaType>,
  wanted: ParsedMediaType,
): MediaType | undefined {
  let best: { score: number; mediaType: MediaType } | undefined;
  for (const { documented, mediaType } of entriesOf(content)) {
    const score = specificity(documented, wanted);
    if (score > (best?.score ?? 0)) best = { score, mediaType };
  }
  return best?.mediaType;
}

interface Entry {
  readonly documented: ParsedMediaType | undefined;
  readonly mediaType: MediaType;
}

const entriesOf = memo((content: ReadonlyMap<string, MediaType>): readonly Entry[] =>
  [...content].map(([name, mediaType]) => ({ documented: parseMediaType(name), mediaType })),
);

function specificity(documented: ParsedMediaType | undefined, wanted: ParsedMediaType): number {
  if (!documented) return 0;
  if (documented.essence === wanted.essence) return 10 + matchingParameters(documented, wanted);
  if (documented.essence === '*/*') return 1;
  if (!documented.essence.includes('*')) return 0;
  const [before = '', after = ''] = documented.essence.split('*');
  const fits = wanted.essence.startsWith(before) && wanted.essence.endsWith(after);
  return fits ? 2 + Math.min(after.length, 7) : 0;
}

/** Documented parameters order the candidates; one that differs (`charset`) does not exclude. */
function matchingParameters(documented: ParsedMediaType, wanted: ParsedMediaType): number {
  let score = 0;
  for (const [name, value] of documented.parameters) {
    score += wanted.parameters.get(name)?.toLowerCase() === value.toLowerCase() ? 1 : -1;
  }
  return Math.max(score, -7);
}
