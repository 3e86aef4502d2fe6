import { objects, text } from '../../document/members.ts';
import type { Json, JsonObject } from '../../json.ts';

/** Headers as `{key, value, disabled}`: a list, or in format 2.0 one text of lines. */
export function readHeaders(raw: Json | undefined): readonly JsonObject[] {
  if (typeof raw === 'string') return raw.split('\n').flatMap(parseLine);
  return objects(raw).filter(({ key }) => typeof key === 'string');
}

function parseLine(line: string): JsonObject[] {
  const [, key, value] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
  return key === undefined ? [] : [{ key, value: value ?? '' }];
}

/** The media type of a Content-Type header that is switched on. */
export function contentType(headers: readonly JsonObject[]): string | undefined {
  const header = headers.find(
    (each) => nameOf(each).toLowerCase() === 'content-type' && each.disabled !== true,
  );
  return header && text(header.value);
}

export const nameOf = ({ key }: JsonObject): string => String(key);
