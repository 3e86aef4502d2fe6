import { decodeText } from '../../contract/body/decode-text.ts';
import { nestsDeeper } from '../../contract/body/json-body.ts';
import { isJson, parseMediaType } from '../../contract/document/media-types.ts';
import type { Json } from '../../contract/json.ts';

/** Levels. Deeper JSON is no answer of an API, and what walks a value would exhaust the stack. */
const deepest = 500;

const unknown = { essence: '', parameters: new Map<string, string>() };

/**
 * A body for people and expressions: JSON parsed, text in its charset as text, anything else as a `data:` URL.
 * JSON that cannot be parsed is text. Undefined without a body.
 */
export function readBody(bytes: Uint8Array | undefined, contentType: string | undefined): Json | undefined {
  if (!bytes || bytes.byteLength === 0) return undefined;
  const type = parseMediaType(contentType) ?? unknown;
  const text = isBinaryType(type.essence) ? undefined : decodeText(bytes, type);
  if (text === undefined) return `data:${contentType ?? ''};base64,${Buffer.from(bytes).toString('base64')}`;
  return isJson(type.essence) || contentType === undefined ? parse(text) : text;
}

function isBinaryType(essence: string): boolean {
  return /^(image\/(?!svg)|audio\/|video\/|font\/|application\/(octet-stream|zip|gzip|pdf))/.test(essence);
}

function parse(text: string): Json {
  if (text.length > deepest && nestsDeeper(text, deepest)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
