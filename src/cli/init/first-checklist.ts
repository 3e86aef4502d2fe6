import type { JsonObject } from '../../contract/json.ts';
import type { Contract, Operation } from '../../contract/types.ts';
import { credentialsOf, inputsOf } from './credentials.ts';
import { exampleBody, exampleParameters } from './example-request.ts';

export interface FirstChecklist {
  /** An Arazzo 1.0.1 document. */
  readonly document: JsonObject;
  readonly checks: number;
  /** Operations that promise no success, so that there is nothing to check yet. */
  readonly leftOut: readonly string[];
  /** Names of inputs that must be given to run it. */
  readonly inputs: readonly string[];
}

/** One check for each operation: sent with example values, it answers with its first documented success. */
export async function firstChecklist(contract: Contract, url: string): Promise<FirstChecklist> {
  const source = contract.id;
  const names = new Set<string>();
  const workflows: JsonObject[] = [];
  const leftOut: string[] = [];
  for (const operation of contract.operations) {
    const success = firstSuccess(operation);
    if (success === undefined) leftOut.push(`${operation.method} ${operation.path}`);
    else workflows.push(await toWorkflow(contract, operation, { success, source, names }));
  }
  const document = {
    arazzo: '1.0.1',
    info: { title: `First checks of ${contract.title || contract.id}`, version: '1.0.0' },
    sourceDescriptions: [{ name: source, url, type: 'openapi' }],
    workflows,
  };
  const inputs = contract.operations.flatMap(credentialsOf).map(({ input }) => input);
  return { document, checks: workflows.length, leftOut, inputs: [...new Set(inputs)] };
}

interface Making {
  readonly success: string;
  readonly source: string;
  /** Ids in use. */
  readonly names: Set<string>;
}

async function toWorkflow(
  contract: Contract,
  operation: Operation,
  { success, source, names }: Making,
): Promise<JsonObject> {
  const credentials = credentialsOf(operation);
  const parameters = [
    ...(await exampleParameters(contract, operation)),
    ...credentials.map(({ parameter }) => parameter),
  ].map((parameter) => ({ ...parameter }));
  const requestBody = await exampleBody(contract, operation);
  const summary = operation.summary || `${operation.method} ${operation.path}`;
  return {
    workflowId: uniqueId(operation, names),
    summary: `${summary} → ${success}`,
    ...(credentials.length === 0
      ? {}
      : { inputs: inputsOf([...new Set(credentials.map(({ input }) => input))]) }),
    steps: [
      {
        stepId: 'call',
        ...reference(contract, operation, source),
        ...(parameters.length === 0 ? {} : { parameters }),
        ...(requestBody === undefined ? {} : { requestBody }),
        successCriteria: criteria(success),
      },
    ],
  };
}

/** The lowest documented 2xx, exact before `2XX`. */
function firstSuccess({ responses }: Operation): string | undefined {
  return [...responses.keys()].filter((status) => /^2(\d\d|XX)$/.test(status)).sort()[0];
}

function criteria(success: string): JsonObject[] {
  if (success !== '2XX') return [{ condition: `$statusCode == ${success}` }];
  return [{ condition: '$statusCode >= 200' }, { condition: '$statusCode < 300' }];
}

/** `addPet` → `add-pet`, `GET /pets/{id}` → `get-pets-id`; numbered where two would be the same. */
function uniqueId({ id }: Operation, names: Set<string>): string {
  const words = id.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  const name = words.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '') || 'check';
  let unique = name;
  for (let count = 2; names.has(unique); count += 1) unique = `${name}-${count}`;
  names.add(unique);
  return unique;
}

/** By id; where the document gives none, by its place (Arazzo 1.0.1, Step Object, `operationPath`). */
function reference(contract: Contract, { id, method, path, pointer }: Operation, source: string): JsonObject {
  const anonymous = id === `${method} ${path}`;
  const shared = contract.operations.filter((other) => other.id === id).length > 1;
  if (!anonymous && !shared) return { operationId: id };
  return { operationPath: `{$sourceDescriptions.${source}.url}#${pointer}` };
}
