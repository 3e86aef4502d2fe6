import { writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { dump } from 'js-yaml';
import type { JsonObject } from '../../contract/json.ts';
import { formatPointer } from '../../contract/pointer.ts';
import { holdsMask } from '../../evidence/mask/fingerprint.ts';
import type { Evidence, Exchange } from '../../evidence/types.ts';
import { referenceFrom } from '../documents.ts';
import { inputsOf, type StepParameter } from '../init/credentials.ts';
import { createMaskedInputs, type MaskedInputs } from './masked-inputs.ts';

/**
 * Writes recorded traffic as an Arazzo checklist: one workflow for each exchange that an operation was found for, which
 * expects the status that was seen. `document` is named from `cwd`. Masked secrets become inputs, whose names it gives:
 * they have to be given when it runs.
 */
export async function writeRecording(
  file: string,
  document: string,
  evidence: Evidence,
  cwd: string,
): Promise<readonly string[]> {
  const secrets = createMaskedInputs();
  const workflows: JsonObject[] = [];
  const seen = new Set<string>();
  for await (const { exchanges, description } of evidence.checks()) {
    for (const exchange of exchanges) {
      if (exchange.operation === '' || exchange.response === undefined) continue;
      const workflow = toWorkflow(exchange, {
        status: exchange.response.status,
        route: description,
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
  readonly route: string;
  readonly number: number;
  readonly document: string;
  readonly secrets: MaskedInputs;
}

function toWorkflow(
  { operation, request }: Exchange,
  { status, route, number, document, secrets }: Recorded,
): JsonObject {
  const operationId = operation.slice(operation.indexOf('.') + 1);
  const parameters = [
    ...pathParameters(route, request.url),
    ...queryParameters(request.url),
    ...secretHeaders(request.headers),
  ].map(({ name, in: place, value }) => ({ name, in: place, ...secrets.fill(value, name) }));
  const contentType = request.headers['content-type'];
  const body = secrets.fill(request.body, 'body');
  const inputs = new Set([...parameters, body].flatMap((part) => part.inputs));
  const step: JsonObject = {
    stepId: 'call',
    ...operationReference(operationId, document),
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
    summary: `${route} answers ${status}`,
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

/** What stands in the place of `{name}` in the path template, matched from the end: the upstream's own path is before it. */
function pathParameters(route: string, url: string): StepParameter[] {
  const template = (route.split(' ')[1] ?? '').split('/').reverse();
  const sent = new URL(url).pathname.split('/').reverse();
  return template.flatMap((part, at): StepParameter[] => {
    const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
    return name === undefined ? [] : [{ name, in: 'path', value: decodeURIComponent(sent[at] ?? '') }];
  });
}

function queryParameters(url: string): StepParameter[] {
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, in: 'query', value }));
}

/** Headers that let a request in: the recorder has masked them. */
function secretHeaders(headers: Readonly<Record<string, string>>): StepParameter[] {
  const secret = Object.entries(headers).filter(([, value]) => holdsMask(value));
  return secret.map(([name, value]) => ({ name, in: 'header', value }));
}
