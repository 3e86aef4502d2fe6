import { writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { dump } from 'js-yaml';
import { formatPointer } from '../../contract/document/pointer.ts';
import type { JsonObject } from '../../contract/json.ts';
import { rawPathParameters, splitPath } from '../../contract/parameters/path-template.ts';
import { percentDecoded } from '../../contract/percent.ts';
import type { Contract, Operation } from '../../contract/types.ts';
import { holdsMask } from '../../evidence/mask/fingerprint.ts';
import type { Evidence, RecordedRequest } from '../../evidence/types.ts';
import { referenceFrom } from '../documents.ts';
import { inputsOf, type StepParameter } from '../init/credentials.ts';
import { createMaskedInputs, type MaskedInputs } from './masked-inputs.ts';

/**
 * Writes recorded traffic as an Arazzo checklist: one workflow for each exchange that an operation was found for, which
 * expects the status that was seen. `document` is named from `cwd`, `contracts` are what it was last read as. Masked
 * secrets become inputs, whose names it gives: they have to be given when it runs.
 */
export async function writeRecording(
  file: string,
  document: string,
  contracts: readonly Contract[],
  evidence: Evidence,
  cwd: string,
): Promise<readonly string[]> {
  const operations = new Map<string, Operation>(
    contracts.flatMap(({ id, operations }) => operations.map((each) => [`${id}.${each.id}`, each] as const)),
  );
  const secrets = createMaskedInputs();
  const workflows: JsonObject[] = [];
  const seen = new Set<string>();
  for await (const { exchanges } of evidence.checks()) {
    for (const { operation: name, request, response } of exchanges) {
      const operation = operations.get(name);
      if (operation === undefined || response === undefined) continue;
      const workflow = toWorkflow(request, {
        status: response.status,
        operation,
        number: workflows.length + 1,
        document,
        secrets,
      });
      const key = JSON.stringify(workflow.steps);
      if (!seen.has(key)) workflows.push(workflow);
      seen.add(key);
    }
  }
  const arazzo = {
    arazzo: '1.0.1',
    info: {
      title: basename(file).replace(/\.arazzo\.ya?ml$|\.ya?ml$/, ''),
      version: '1.0.0',
      summary: `Recorded at ${evidence.info.target}`,
    },
    sourceDescriptions: [
      { name: contractId(document), url: referenceFrom(dirname(file), document, cwd), type: 'openapi' },
    ],
    workflows,
  };
  await writeFile(file, dump(arazzo, { lineWidth: 120, noRefs: true }));
  return secrets.names();
}

function contractId(document: string): string {
  return basename(document)
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w-]/g, '-');
}

interface Recorded {
  readonly status: number;
  readonly operation: Operation;
  readonly number: number;
  readonly document: string;
  readonly secrets: MaskedInputs;
}

function toWorkflow(
  request: RecordedRequest,
  { status, operation, number, document, secrets }: Recorded,
): JsonObject {
  const parameters = [
    ...pathParameters(operation.path, request.url),
    ...queryParameters(request.url),
    ...headerParameters(request.headers, operation),
  ].map(({ name, in: place, value }) => ({ name, in: place, ...secrets.fill(value, name) }));
  const contentType = request.headers['content-type'];
  const body = secrets.fill(request.body, 'body');
  const inputs = new Set([...parameters, body].flatMap((part) => part.inputs));
  const step: JsonObject = {
    stepId: 'call',
    ...operationReference(operation.id, document),
    ...(parameters.length === 0
      ? {}
      : { parameters: parameters.map(({ name, in: place, value }) => ({ name, in: place, value })) }),
    ...(request.body === null
      ? {}
      : { requestBody: { ...(contentType === undefined ? {} : { contentType }), payload: body.value } }),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  };
  return {
    workflowId: `recorded-${number}`,
    summary: `${operation.method} ${operation.path} answers ${status}`,
    ...(inputs.size === 0 ? {} : { inputs: inputsOf([...inputs]) }),
    steps: [step],
  };
}

/** Arazzo, Step Object: an operation without an id is named by where it stands in its document. */
function operationReference(operationId: string, document: string): JsonObject {
  const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(operationId) ?? [];
  if (method === undefined || path === undefined) return { operationId };
  const pointer = formatPointer(['paths', path, method.toLowerCase()]);
  return { operationPath: `{$sourceDescriptions.${contractId(document)}.url}#${pointer}` };
}

/** What stands in the place of each `{name}` of the template, matched from the end: the upstream's own path is before it. */
function pathParameters(template: string, url: string): StepParameter[] {
  const own = new URL(url).pathname.split('/').slice(-splitPath(template).length);
  const values = rawPathParameters(template, `/${own.join('/')}`) ?? new Map<string, string>();
  return [...values].map(([name, value]) => ({ name, in: 'path', value: percentDecoded(value) }));
}

/** A name that was sent several times has a list of values. */
function queryParameters(url: string): StepParameter[] {
  const { searchParams } = new URL(url);
  return [...new Set(searchParams.keys())].map((name) => {
    const [value = '', ...others] = searchParams.getAll(name);
    return { name, in: 'query', value: others.length === 0 ? value : [value, ...others] };
  });
}

/** Headers that the operation asks for, and those that let a request in: the recorder has masked them. */
function headerParameters(
  headers: Readonly<Record<string, string>>,
  { parameters }: Operation,
): StepParameter[] {
  const declared = parameters.filter((parameter) => parameter.in === 'header');
  const asked = new Set(declared.map(({ name }) => name.toLowerCase()));
  const kept = Object.entries(headers).filter(([name, value]) => asked.has(name) || holdsMask(value));
  return kept.map(([name, value]) => ({ name, in: 'header', value }));
}
