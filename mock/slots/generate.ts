import { isBodyless } from '../../src/contract/body/bodyless.ts';
import type { Json } from '../../src/contract/json.ts';
import type { MediaType, Schema } from '../../src/contract/types.ts';
import type { Source } from '../exchange.ts';
import { draw } from '../generation/draw.ts';
import { echo, isLastId } from '../generation/echo.ts';
import { withStatus } from '../generation/problem-status.ts';
import { hash } from '../generation/random.ts';
import { responseHeaders } from '../generation/response-headers.ts';
import { sampleFile } from '../generation/sample-file.ts';
import { schemaOf } from '../generation/sequence-schema.ts';
import { tasteOf } from '../generation/taste.ts';
import { validSample } from '../generation/valid-value.ts';
import { encodeText } from '../http/bytes.ts';
import { serialize } from '../serialize/body.ts';
import type { Checked, Choice, Generated, Refusal } from '../types.ts';
import { judgeResponse } from '../validation/judge-response.ts';

interface Body {
  readonly value: Json | undefined;
  readonly source: Source;
  readonly why: string;
}

/** What was made for a choice, as long as nothing but the choice decides it. */
const ready = new WeakMap<Choice, Generated | Refusal>();

/**
 * Makes the body of the chosen response (the behaviour's value, the example, the static sample or a drawn value), writes it
 * in its media type and holds the result against the contract.
 */
export function generate(
  checked: Checked,
  choice: Choice,
): Promise<Generated | Refusal> | Generated | Refusal {
  return ready.get(choice) ?? make(checked, choice);
}

async function make(checked: Checked, choice: Choice): Promise<Generated | Refusal> {
  const { body, lasting } = await makeBody(checked, choice);
  const made = await dress(checked, choice, body);
  if (lasting) ready.set(choice, made);
  return made;
}

async function makeBody(
  checked: Checked,
  choice: Choice,
): Promise<{ readonly body: Body; readonly lasting: boolean }> {
  const { content, example, given } = choice;
  if (given !== undefined)
    return { body: { value: given.value, source: 'state', why: choice.why }, lasting: false };
  if (example !== undefined) {
    return {
      body: { value: example.value, source: 'example', why: `the example ${example.name}` },
      lasting: true,
    };
  }
  const schema = content && schemaOf(content);
  if (schema === undefined) {
    return {
      body: { value: undefined, source: 'empty', why: 'neither example nor schema is documented' },
      lasting: true,
    };
  }
  return choice.dynamic ? drawn(checked, choice, schema) : sampled(checked, choice, schema);
}

async function drawn(checked: Checked, choice: Choice, schema: Schema) {
  const { routed, validation } = checked;
  const { settings, preferences } = routed.incoming;
  const idName = Object.keys(routed.pathParameters).find((name) => isLastId(name, routed.operation.path));
  const id = idName === undefined ? undefined : validation.parsed?.path[idName];
  const value = await draw(schema, {
    contract: routed.site.contract,
    seed: preferences.seed ?? settings.seed,
    occasion: [
      routed.operation.id,
      choice.status,
      preferences.seed === undefined ? routed.request.path : '',
    ].join(' '),
    items: preferences.items ?? settings.items,
    taste: tasteOf(routed.site.contract, settings),
    id: typeof id === 'string' || typeof id === 'number' ? id : undefined,
  });
  const body: Body = { value, source: 'dynamic', why: 'drawn at random from the schema' };
  return { body: echoed(checked, schema, truthful(checked, choice, schema, body)), lasting: false };
}

async function sampled(checked: Checked, choice: Choice, schema: Schema) {
  const { site, incoming } = checked.routed;
  const plain = await validSample(site.contract, schema, wantedOf(checked));
  const made = truthful(checked, choice, schema, plain);
  const body = echoed(checked, schema, made);
  return { body, lasting: body === made && incoming.preferences.items === undefined && !depends(checked) };
}

/** True when another request to the same operation could get another body. */
function depends({ routed, validation }: Checked): boolean {
  return (
    routed.incoming.settings.echo &&
    (validation.parsed?.body !== undefined || Object.keys(routed.pathParameters).length > 0)
  );
}

/** A problem does not lie about its status. */
function truthful({ routed }: Checked, { mediaType, status }: Choice, schema: Schema, body: Body): Body {
  if (body.value === undefined || !mediaType?.startsWith('application/problem+json')) return body;
  return { ...body, value: withStatus(routed.site.contract, schema, body.value, status) };
}

function echoed(checked: Checked, schema: Schema, body: Body): Body {
  const { settings } = checked.routed.incoming;
  if (
    !settings.echo ||
    body.value === undefined ||
    checked.violations.some(({ severity }) => severity === 'Error')
  )
    return body;
  const { value, names } = echo(checked.routed.site.contract, schema, body.value, checked);
  return names.length === 0
    ? body
    : { ...body, value, why: `${body.why}, with ${names.join(', ')} from the request` };
}

function wantedOf({ routed }: Checked) {
  const { settings, preferences } = routed.incoming;
  return {
    seed: hash(preferences.seed ?? settings.seed),
    items: preferences.items ?? settings.items,
  };
}

async function dress(
  checked: Checked,
  choice: Choice,
  { value, source, why }: Body,
): Promise<Generated | Refusal> {
  const { contract } = checked.routed.site;
  const mediaType = choice.mediaType ?? guessed(choice.content, value);
  const file = source === 'example' ? undefined : fileFor(value, mediaType, choice.content);
  const written = file ?? serialize(value, mediaType, rootName(choice.content));
  if (typeof written === 'object' && 'kind' in written) return written;
  const documented =
    choice.response === undefined ? {} : await responseHeaders(contract, choice.response, wantedOf(checked));
  const headers: Record<string, string> = { ...documented, ...choice.given?.headers };
  // An empty one says that there is nothing for a documented header to tell.
  for (const [name, text] of Object.entries(choice.given?.headers ?? {}))
    if (text === '') delete headers[name];
  if (mediaType !== undefined) headers['content-type'] = mediaType;
  const bytes = typeof written === 'string' ? encodeText(written) : written;
  // A string may be the body itself rather than what it says.
  const known = typeof value === 'string' ? undefined : value;
  const sent = isBodyless(checked.routed.request.method, choice.status)
    ? { body: undefined }
    : { body: bytes, value: known };
  const violations = judgeResponse(checked, { status: choice.status, headers, ...sent });
  // Text, not bytes: Node sends it together with the headers in one piece.
  const made = { body: written, headers, violations };
  return file === undefined
    ? { ...made, source, why }
    : { ...made, source: 'schema', why: `the smallest ${mediaType}` };
}

/** A file in place of a text that would be none; base64 is text. */
function fileFor(value: Json | undefined, mediaType: string | undefined, content: MediaType | undefined) {
  if (mediaType === undefined || (value !== undefined && typeof value !== 'string')) return undefined;
  const schema = content?.schema;
  const encoded =
    typeof schema === 'object' && (schema.contentEncoding === 'base64' || schema.format === 'byte');
  return encoded ? undefined : sampleFile(mediaType);
}

/** A documented range nobody made concrete: text for text, JSON for the rest. */
function guessed(content: MediaType | undefined, value: Json | undefined): string | undefined {
  if (content === undefined) return undefined;
  return typeof value === 'string' ? 'text/plain' : 'application/json';
}

/** `xml: {name}` of the schema (OpenAPI, XML Object). */
function rootName(content: MediaType | undefined): string | undefined {
  const schema = content?.schema;
  const xml = typeof schema === 'object' ? schema.xml : undefined;
  return typeof xml === 'object' && xml !== null && !Array.isArray(xml) && typeof xml.name === 'string'
    ? xml.name
    : undefined;
}
