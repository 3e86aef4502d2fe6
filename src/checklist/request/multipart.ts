import { randomBytes } from 'node:crypto';
import { object, text } from '../../contract/document/members.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import type { MediaType } from '../../contract/types.ts';
import { toText } from '../expressions/text.ts';
import { fileContent } from './file-content.ts';
import type { Serialised } from './serialised.ts';

/**
 * multipart/form-data (RFC 7578): one part for each member, lists repeat the name. A part's Content-Type is the one
 * the contract's `encoding` names, else JSON for structures and nothing for text; a binary part gets a file name, and
 * its type from the `data:` URL that it may be.
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
  const pieces = parts.flatMap(({ head, bytes }) => [`--${boundary}\r\n${head}\r\n\r\n`, bytes, '\r\n']);
  return {
    contentType: given === undefined ? `${contentType}; boundary=${boundary}` : contentType,
    bytes: Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece))),
  };
}

function part(name: string, value: Json, mediaType: MediaType | undefined) {
  const encoded = text(object(mediaType?.encoding[name]).contentType)?.split(',')[0]?.trim();
  const disposition = `Content-Disposition: form-data; name="${quote(name)}"`;
  if (isBinary(name, mediaType)) {
    const { type = 'application/octet-stream', bytes } = fileContent(toText(value));
    const head = `${disposition}; filename="${quote(name)}"\r\nContent-Type: ${encoded ?? type}`;
    return { head, bytes };
  }
  const type = encoded ?? (isObject(value) ? 'application/json' : undefined);
  const header = type === undefined ? '' : `\r\nContent-Type: ${type}`;
  return { head: disposition + header, bytes: Buffer.from(toText(value)) };
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
