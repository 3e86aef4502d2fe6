import { writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { dump } from 'js-yaml';
import type { Json, JsonObject } from '../../contract/json.ts';
import { formatPointer } from '../../contract/pointer.ts';
import type { Evidence, Exchange } from '../../evidence/types.ts';
import { referenceFrom } from '../documents.ts';

/**
 * Writes recorded traffic as an Arazzo checklist: one workflow for each exchange that an operation was found for, which
 * expects the status that was seen. `document` is named from `cwd`. Masked secrets become the input `authorization`, to be given when it runs.
 */
export async function writeRecording(
  file: string,
  document: string,
  evidence: Evidence,
  cwd: string,
): Promise<void> {
  const workflows: JsonObject[] = [];
  const seen = new Set<string>();
  for await (const { exchanges, description } of evidence.checks()) {
    for (const exchange of exchanges) {
      if (exchange.operation === '' || exchange.response === undefined) continue;
      const workflow = toWorkflow(
        exchange,
        exchange.response.status,
        description,
        workflows.length + 1,
        document,
      );
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
}

function contractId(document: string): string {
  return basename(document)
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w-]/g, '-');
}

function toWorkflow(
  { operation, request }: Exchange,
  status: number,
  route: string,
  number: number,
  document: string,
): JsonObject {
  const operationId = operation.slice(operation.indexOf('.') + 1);
  const parameters = [
    ...pathParameters(route, request.url),
    ...queryParameters(request.url),
    ...authorization(request.headers),
  ];
  const contentType = request.headers['content-type'];
  const step: JsonObject = {
    stepId: 'call',
    ...operationReference(operationId, document),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(request.body === null
      ? {}
      : { requestBody: { ...(contentType === undefined ? {} : { contentType }), payload: request.body } }),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  };
  return {
    workflowId: `recorded-${number}`,
    summary: `${route} answers ${status}`,
    ...(parameters.some(({ name }) => name === 'Authorization') ? { inputs: authorizationInput } : {}),
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

const authorizationInput = { type: 'object', properties: { authorization: { type: 'string' } } };

/** What stands in the place of `{name}` in the path template, matched from the end: the upstream's own path is before it. */
function pathParameters(route: string, url: string): JsonObject[] {
  const template = (route.split(' ')[1] ?? '').split('/').reverse();
  const sent = new URL(url).pathname.split('/').reverse();
  return template.flatMap((part, at): JsonObject[] => {
    const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
    return name === undefined ? [] : [{ name, in: 'path', value: decodeURIComponent(sent[at] ?? '') }];
  });
}

function queryParameters(url: string): JsonObject[] {
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, in: 'query', value }));
}

function authorization(headers: Readonly<Record<string, Json>>): JsonObject[] {
  return headers.authorization === undefined
    ? []
    : [{ name: 'Authorization', in: 'header', value: '$inputs.authorization' }];
}
