import type { Json } from '../../contract/json.ts';
import { isJson } from '../request/serialise-body.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A body for people and expressions: JSON parsed, text as text, anything else as a `data:` URL.
 * JSON that cannot be parsed is text. Undefined without a body.
 */
export function readBody(bytes: Uint8Array | undefined, contentType: string | undefined): Json | undefined {
  if (!bytes || bytes.byteLength === 0) return undefined;
  const text = isBinaryType(contentType) ? undefined : decode(bytes);
  if (text === undefined) return `data:${contentType ?? ''};base64,${Buffer.from(bytes).toString('base64')}`;
  return isJson(contentType) || contentType === undefined ? parse(text) : text;
}

function isBinaryType(contentType: string | undefined): boolean {
  return (
    contentType !== undefined &&
    /^(image\/(?!svg)|audio\/|video\/|font\/|application\/(octet-stream|zip|gzip|pdf))/i.test(contentType)
  );
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
