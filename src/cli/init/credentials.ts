import type { Json, JsonObject } from '../../contract/json.ts';
import type { Operation, SecurityScheme } from '../../contract/types.ts';

/** A parameter of an Arazzo step. */
export interface StepParameter {
  readonly name: string;
  readonly in: string;
  readonly value: Json;
}

/** What lets a request in, and the input of the workflow that it comes from. */
export interface Credential {
  readonly parameter: StepParameter;
  readonly input: string;
}

/** Credentials for the first way in that the document names; none where it asks for none. */
export function credentialsOf({ security }: Operation): readonly Credential[] {
  if (security.some((schemes) => schemes.length === 0)) return [];
  return (security[0] ?? []).flatMap(({ scheme }) => credentialFor(scheme) ?? []);
}

function credentialFor(scheme: SecurityScheme): Credential | undefined {
  if (scheme.type === 'apiKey') {
    const input = scheme.id.replace(/[^\w-]/g, '-');
    const { name = scheme.id, in: place = 'header' } = scheme;
    return { parameter: { name, in: place, value: `$inputs.${input}` }, input };
  }
  if (scheme.type === 'mutualTLS') return undefined;
  const basic = scheme.scheme === 'basic';
  const input = basic ? 'credentials' : 'token';
  const value = `${basic ? 'Basic' : 'Bearer'} {$inputs.${input}}`;
  return { parameter: { name: 'Authorization', in: 'header', value }, input };
}

/** The `inputs` of a workflow, texts that have to be given: JSON Schema. */
export function inputsOf(names: readonly string[]): JsonObject {
  return {
    type: 'object',
    required: [...names],
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  };
}
