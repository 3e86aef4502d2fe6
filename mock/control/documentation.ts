import { isObject, type Json } from '../../src/contract/json.ts';
import type { MediaType, Operation, Parameter, Response } from '../../src/contract/types.ts';
import type { components } from '../../src/types/control.ts';
import { examplesOf } from '../negotiation/examples.ts';
import type { Site } from '../types.ts';
import { membersOf, typeName } from './schema-outline.ts';

type Documentation = components['schemas']['Documentation'];
type Content = components['schemas']['Content'];

/** What a document says of one operation, ready to be shown: references resolved, schemas as lines. */
export function document(site: Site, operation: Operation): Documentation {
  const { contract } = site;
  const { requestBody } = operation;
  return {
    contract: contract.id,
    operation: operation.id,
    method: operation.method,
    path: `/${contract.id}${operation.path}`,
    title: contract.title,
    summary: operation.summary,
    description: textAt(contract.document, operation, 'description'),
    deprecated: operation.deprecated,
    security: operation.security.map((requirement) => requirement.map(({ scheme }) => scheme.id)),
    parameters: operation.parameters.map((parameter) => toParameter(site, parameter)),
    ...(requestBody === undefined
      ? {}
      : { body: { required: requestBody.required, contents: contents(site, requestBody.content) } }),
    responses: [...operation.responses.values()].map((response) => toResponse(site, response)),
  };
}

function toParameter({ contract }: Site, parameter: Parameter): Documentation['parameters'][number] {
  const { name, required, schema, example, examples } = parameter;
  const shown = example ?? [...examples.values()].find(({ value }) => value !== undefined)?.value;
  return {
    name,
    in: parameter.in,
    required,
    type: typeName(contract, schema ?? true),
    description: isObject(schema) && typeof schema.description === 'string' ? schema.description : '',
    ...(shown === undefined ? {} : { example: shown }),
  };
}

function toResponse(site: Site, response: Response): Documentation['responses'][number] {
  return {
    status: response.status,
    description: response.description,
    headers: [...response.headers.values()].map(({ name, required, schema }) => ({
      name,
      required,
      type: typeName(site.contract, schema ?? true),
    })),
    contents: contents(site, response.content),
  };
}

function contents({ contract }: Site, content: ReadonlyMap<string, MediaType>): Content[] {
  return [...content.values()].map((media) => ({
    mediaType: media.name,
    members: membersOf(contract, media.schema ?? true),
    examples: examplesOf(contract, media).map(({ name, value }) => ({ name, value })),
  }));
}

/** A text member of the operation object, which the engine does not carry. */
function textAt(root: Json, { pointer }: Operation, member: string): string {
  let value: unknown = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value = isObject(value) ? value[name] : undefined;
  }
  const text = isObject(value) ? value[member] : undefined;
  return typeof text === 'string' ? text : '';
}
