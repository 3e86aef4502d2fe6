import { randomBytes } from 'node:crypto';
import type { Json, JsonObject } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import { object, text } from '../../contract/members.ts';
import type { MediaType } from '../../contract/types.ts';
import { toText } from '../expressions/text.ts';
import type { Serialised } from './serialise-body.ts';

/**
 * multipart/form-data (RFC 7578): one part for each member, lists repeat the name. A part's Content-Type is the one
 * the contract's `encoding` names, else JSON for structures and nothing for text; a binary part gets a file name.
 */
export function serialiseMultipart(
  payload: JsonObject,
  contentType: string,
  mediaType: MediaType | undefined,
): Serialised {
  const given = /;\s*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  const boundary = given ?? `----sverka${randomBytes(12).toString('hex')}`;
  const parts = Object.entries(payload).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) => part(name, item, mediaType)),
  );
  const lines = parts.map((each) => `--${boundary}\r\n${each}\r\n`);
  return {
    contentType: given === undefined ? `${contentType}; boundary=${boundary}` : contentType,
    bytes: Buffer.from(`${lines.join('')}--${boundary}--\r\n`),
  };
}

function part(name: string, value: Json, mediaType: MediaType | undefined): string {
  const type = partType(name, value, mediaType);
  const file = isBinary(name, mediaType) ? `; filename="${quote(name)}"` : '';
  const header = type === undefined ? '' : `\r\nContent-Type: ${type}`;
  return `Content-Disposition: form-data; name="${quote(name)}"${file}${header}\r\n\r\n${toText(value)}`;
}

function partType(name: string, value: Json, mediaType: MediaType | undefined): string | undefined {
  const encoded = text(object(mediaType?.encoding[name]).contentType)?.split(',')[0]?.trim();
  if (encoded !== undefined) return encoded;
  if (isBinary(name, mediaType)) return 'application/octet-stream';
  return isObject(value) ? 'application/json' : undefined;
}

function isBinary(name: string, mediaType: MediaType | undefined): boolean {
  const schema = isObject(mediaType?.schema) ? mediaType.schema : {};
  const property = object(object(schema.properties)[name]);
  return property.format === 'binary' || property.contentMediaType !== undefined;
}

/** RFC 7578 section 2 leaves names to HTML's escaping: a quote and line breaks are percent-encoded. */
function quote(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
