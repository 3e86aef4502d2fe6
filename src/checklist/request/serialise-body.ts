import { saysJson } from '../../contract/document/media-types.ts';
import type { Json } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import { toText } from '../expressions/text.ts';
import type { Body } from '../types.ts';
import { fileContent } from './file-content.ts';
import { serialiseMultipart } from './multipart.ts';
import type { Serialised } from './serialised.ts';

/**
 * Writes a payload in its media type: JSON, form, multipart, else text. What was written as a text
 * (a template) is sent as it is, so that a checklist can also send what a serialiser never would.
 */
export function serialiseBody(payload: Json, body: Body): Serialised {
  const contentType = body.contentType ?? (typeof payload === 'string' ? undefined : 'application/json');
  if (typeof payload === 'string' && (body.verbatim || !saysJson(contentType)))
    return plain(payload, contentType);
  if (contentType !== undefined && /^multipart\//i.test(contentType) && isObject(payload)) {
    return serialiseMultipart(payload, contentType, body.mediaType);
  }
  if (
    contentType !== undefined &&
    /^application\/x-www-form-urlencoded\b/i.test(contentType) &&
    isObject(payload)
  ) {
    return plain(formText(payload), contentType);
  }
  return plain(saysJson(contentType) ? JSON.stringify(payload) : toText(payload), contentType);
}

function plain(text: string, contentType: string | undefined): Serialised {
  const isText = contentType === undefined || /^text\/|[/+](json|xml)\b|urlencoded/i.test(contentType);
  return { contentType, bytes: isText ? Buffer.from(text) : fileContent(text).bytes };
}

/** Lists repeat their name; objects are written as JSON (OpenAPI 3.1 section 4.8.15, "contentType"). */
function formText(payload: { [name: string]: Json }): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(payload)) {
    for (const item of Array.isArray(value) ? value : [value])
      form.append(name, item === null ? '' : toText(item));
  }
  return form.toString();
}
