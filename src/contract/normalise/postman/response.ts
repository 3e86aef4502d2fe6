import { text } from '../../document/members.ts';
import type { JsonObject } from '../../json.ts';
import { convertText } from './body.ts';
import { describe } from './describe.ts';
import { contentType, nameOf, readHeaders } from './headers.ts';
import { mergeResponses } from './merge.ts';

/** Saved responses by status; several of one status are its named examples. */
export function convertResponses(saved: readonly JsonObject[]): JsonObject {
  const responses: Record<string, JsonObject> = {};
  for (const raw of saved) {
    const status = String(raw.code ?? 'default');
    const response = convertResponse(raw);
    const before = responses[status];
    responses[status] = before ? mergeResponses(before, response) : response;
  }
  return responses;
}

function convertResponse(saved: JsonObject): JsonObject {
  const headers = readHeaders(saved.header);
  const name = text(saved.name) ?? '';
  const content = convertContent(text(saved.body) ?? '', declaredType(saved, headers), name);
  const others = headers.filter((header) => nameOf(header).toLowerCase() !== 'content-type');
  return {
    description: text(describe(saved.description).description) ?? text(saved.status) ?? name,
    ...(content ? { content } : {}),
    headers: Object.fromEntries(others.map((header) => [nameOf(header), convertHeader(header)])),
  };
}

/** Without a Content-Type, Postman's own note on what the body is. */
function declaredType(saved: JsonObject, headers: readonly JsonObject[]): string | undefined {
  return contentType(headers) ?? (saved._postman_previewlanguage === 'json' ? 'application/json' : undefined);
}

function convertContent(body: string, declared: string | undefined, name: string): JsonObject | undefined {
  if (body === '') return undefined;
  const [type, { example, ...media }] = convertText(body, declared);
  return { [type]: { ...media, examples: { [name === '' ? 'default' : name]: { value: example ?? null } } } };
}

function convertHeader(header: JsonObject): JsonObject {
  const value = text(header.value);
  return {
    ...describe(header.description),
    schema: { type: 'string' },
    ...(value === undefined ? {} : { example: value }),
  };
}
