import { isJson, parseMediaType } from '../../contract/document/media-types.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { sample } from '../../contract/sample.ts';
import type { Contract, Example, MediaType, Operation, Parameter, Schema } from '../../contract/types.ts';
import type { StepParameter } from './credentials.ts';

/** Values for what an operation cannot do without: those of its examples, else drawn from the schemas. */
export function exampleParameters(
  contract: Contract,
  { parameters }: Operation,
): Promise<readonly StepParameter[]> {
  return Promise.all(
    parameters
      .filter(({ required }) => required)
      .map(async (parameter) => ({
        name: parameter.name,
        in: parameter.in,
        value: await exampleValue(contract, parameter),
      })),
  );
}

/** The `requestBody` of a step; undefined where the operation takes none. */
export async function exampleBody(
  contract: Contract,
  { requestBody }: Operation,
): Promise<JsonObject | undefined> {
  const content = chooseContent([...(requestBody?.content.values() ?? [])]);
  if (content === undefined) return undefined;
  const contentType = content.name.includes('*') ? 'application/json' : content.name;
  return { contentType, payload: await exampleValue(contract, content) };
}

/** JSON where there is a choice. */
function chooseContent(contents: readonly MediaType[]): MediaType | undefined {
  return contents.find(({ name }) => isJson(parseMediaType(name)?.essence ?? '')) ?? contents[0];
}

interface Exemplified {
  readonly schema?: Schema;
  readonly content?: Parameter['content'];
  readonly example?: Json;
  readonly examples: ReadonlyMap<string, Example>;
}

async function exampleValue(contract: Contract, described: Exemplified): Promise<Json> {
  const named = [...described.examples.values()].find(({ value }) => value !== undefined)?.value;
  const shown = described.example ?? named;
  if (shown !== undefined) return shown;
  const [content] = described.content?.values() ?? [];
  const schema = described.schema ?? content?.schema ?? true;
  return sample(contract, schema, { seed: 1, direction: 'request' });
}
