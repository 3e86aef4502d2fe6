import { text } from '../../src/contract/document/members.ts';
import { valueAt } from '../../src/contract/document/pointer.ts';
import { isObject } from '../../src/contract/json.ts';
import { sample } from '../../src/contract/sample.ts';
import type {
  Contract,
  MediaType,
  Operation,
  Parameter,
  Response,
  SecurityScheme,
} from '../../src/contract/types.ts';
import type { components } from '../../src/types/control.ts';
import { validSample } from '../generation/valid-value.ts';
import { examplesOf } from '../negotiation/examples.ts';
import type { Site } from '../types.ts';
import { membersOf, typeName } from './schema-outline.ts';

type Documentation = components['schemas']['Documentation'];
type Content = components['schemas']['Content'];
type Direction = 'request' | 'response';

/**
 * What a document says of one operation, ready to be shown: references resolved, schemas as lines, and a value wherever one
 * is needed to try it. Its path begins with `prefix`.
 */
export async function document(site: Site, operation: Operation, prefix: string): Promise<Documentation> {
  const { contract } = site;
  const { requestBody, parameters, responses } = operation;
  const body = requestBody && {
    required: requestBody.required,
    contents: await contentsOf(site, requestBody.content, 'request'),
  };
  return {
    contract: contract.id,
    operation: operation.id,
    method: operation.method,
    path: prefix + operation.path,
    title: contract.title,
    summary: operation.summary,
    description: text(valueAt(contract.document, `${operation.pointer}/description`)) ?? '',
    deprecated: operation.deprecated,
    security: operation.security.map((requirement) => requirement.map(({ scheme }) => scheme.id)),
    credentials: (operation.security[0] ?? []).map(({ scheme }) => credentialOf(scheme)),
    parameters: await Promise.all(parameters.map((parameter) => toParameter(site, parameter))),
    ...(body === undefined ? {} : { body }),
    responses: await Promise.all([...responses.values()].map((response) => toResponse(site, response))),
  };
}

/** Where a scheme wants its secret, with something in its place that has the right form. */
function credentialOf({
  type,
  scheme,
  in: place,
  name,
}: SecurityScheme): Documentation['credentials'][number] {
  if (type === 'apiKey') return { in: place ?? 'header', name: name ?? 'authorization', value: 'key' };
  const value = scheme === 'basic' ? `Basic ${btoa('user:password')}` : 'Bearer …';
  return { in: 'header', name: 'authorization', value };
}

async function toParameter(
  { contract }: Site,
  parameter: Parameter,
): Promise<Documentation['parameters'][number]> {
  const { name, required, schema, example, examples } = parameter;
  const given = example ?? [...examples.values()].find(({ value }) => value !== undefined)?.value;
  const shown = given ?? (required ? await sample(contract, schema ?? true, made) : undefined);
  return {
    name,
    in: parameter.in,
    required,
    type: typeName(contract, schema ?? true),
    description: isObject(schema) && typeof schema.description === 'string' ? schema.description : '',
    ...(shown === undefined ? {} : { example: shown }),
  };
}

async function toResponse(site: Site, response: Response): Promise<Documentation['responses'][number]> {
  return {
    status: response.status,
    description: response.description,
    headers: [...response.headers.values()].map(({ name, required, schema }) => ({
      name,
      required,
      type: typeName(site.contract, schema ?? true),
    })),
    contents: await contentsOf(site, response.content, 'response'),
  };
}

async function contentsOf(
  { contract }: Site,
  content: ReadonlyMap<string, MediaType>,
  direction: Direction,
): Promise<Content[]> {
  return Promise.all(
    [...content.values()].map(async (media) => ({
      mediaType: media.name,
      members: membersOf(contract, media.schema ?? true),
      examples: await examplesFor(contract, media, direction),
    })),
  );
}

const made = { seed: 1, direction: 'request' } as const;

/** The documented examples; without any, what the mock would make of the schema. */
async function examplesFor(
  contract: Contract,
  media: MediaType,
  direction: Direction,
): Promise<Content['examples']> {
  const documented = examplesOf(contract, media).map(({ name, value }) => ({ name, value }));
  if (documented.length > 0 || media.schema === undefined) return documented;
  const value =
    direction === 'request'
      ? await sample(contract, media.schema, made)
      : (await validSample(contract, media.schema, { seed: 0, items: undefined })).value;
  return value === undefined ? [] : [{ name: 'sample', value }];
}
