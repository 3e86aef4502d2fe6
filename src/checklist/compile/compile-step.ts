import type { Json } from '../../contract/json.ts';
import { pointerTo } from '../expressions/pointer.ts';
import type { LogExpectation, OperationCall, Output, WorkflowCall } from '../types.ts';
import { compileActions } from './compile-actions.ts';
import { compileBody } from './compile-body.ts';
import { compileCriteria } from './compile-criterion.ts';
import { compileParameters, pathParameterNames } from './compile-parameters.ts';
import { compileValue } from './compile-value.ts';
import type { Compiler } from './compiler.ts';
import { type Fields, type Item, readFields } from './fields.ts';
import { type Found, findOperation, findOperationByPath } from './find-operation.ts';
import { type OrderedStep, readAfter } from './order-steps.ts';

/** What a step takes over from its workflow. */
export interface Inherited {
  readonly parameters: readonly Item[];
  readonly successActions: readonly Item[];
  readonly failureActions: readonly Item[];
  readonly stepIds: readonly string[];
}

const known = [
  'stepId',
  'description',
  'operationId',
  'operationPath',
  'workflowId',
  'parameters',
  'requestBody',
].concat(['successCriteria', 'onSuccess', 'onFailure', 'outputs', 'timeout', 'dependsOn']);

/** Compiles a Step Object; undefined when it cannot be run because of a mistake, which is reported. */
export function compileStep(item: Item, inherited: Inherited, compiler: Compiler): OrderedStep | undefined {
  const fields = readFields(item, 'a step', known, compiler);
  const id = fields?.requiredText('stepId');
  if (!fields || id === undefined) return undefined;
  const call = compileCall(fields, inherited.parameters, compiler);
  const { stepIds } = inherited;
  const timeoutMs = fields.number('timeout');
  const step = {
    id,
    pointer: item.pointer,
    successCriteria: compileCriteria(fields.items('successCriteria'), compiler),
    onSuccess: compileActions(fields.items('onSuccess'), inherited.successActions, {
      kind: 'successActions',
      stepIds,
      compiler,
    }),
    onFailure: compileActions(fields.items('onFailure'), inherited.failureActions, {
      kind: 'failureActions',
      stepIds,
      compiler,
    }),
    outputs: compileOutputs(fields, compiler),
    logs: readLogs(fields, compiler),
    after: readAfter(fields, stepIds, compiler),
    ...(timeoutMs !== undefined && { timeoutMs }),
  };
  return call && { ...step, call };
}

function compileCall(
  fields: Fields,
  inherited: readonly Item[],
  compiler: Compiler,
): OperationCall | WorkflowCall | undefined {
  const [only, ...others] = ['operationId', 'operationPath', 'workflowId'].filter(
    (name) => name in fields.raw,
  );
  if (only === undefined || others.length > 0) {
    compiler.report(fields.pointer, 'a step needs exactly one of operationId, operationPath and workflowId');
    return undefined;
  }
  const target = fields.text(only);
  if (target === undefined) return undefined;
  if (only === 'workflowId') return compileWorkflowCall(fields, target, inherited, compiler);
  const find = only === 'operationId' ? findOperation : findOperationByPath;
  const found = find(target, fields.at(only), compiler);
  return found && compileOperationCall(fields, found, inherited, compiler);
}

function compileOperationCall(
  fields: Fields,
  found: Found,
  inherited: readonly Item[],
  compiler: Compiler,
): OperationCall {
  const callee = { kind: 'operation', operation: found.operation } as const;
  const parameters = compileParameters(fields.items('parameters'), inherited, callee, compiler);
  const given = parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name);
  for (const name of pathParameterNames(found.operation.path)) {
    if (given.includes(name)) continue;
    compiler.report(
      fields.pointer,
      `the path ${found.operation.path} needs a parameter "${name}" (in: path)`,
    );
  }
  const { requestBody } = fields.raw;
  const item = { value: requestBody ?? null, pointer: fields.at('requestBody') };
  const body = requestBody === undefined ? undefined : compileBody(item, found.operation, compiler);
  return { kind: 'operation', ...found, parameters, ...(body && { body }) };
}

function compileWorkflowCall(
  fields: Fields,
  target: string,
  inherited: readonly Item[],
  compiler: Compiler,
): WorkflowCall | undefined {
  const workflow = compiler.workflow(target, fields.at('workflowId'));
  if (fields.raw.requestBody !== undefined) {
    compiler.report(fields.at('requestBody'), 'a step that calls a workflow has no request body');
  }
  const callee = { kind: 'workflow' } as const;
  const parameters = compileParameters(fields.items('parameters'), inherited, callee, compiler);
  return workflow && { kind: 'workflow', workflow, parameters };
}

/** The outputs of a step or workflow: a name and a runtime expression or Selector Object each. */
export function compileOutputs(fields: Fields, compiler: Compiler): readonly Output[] {
  const entries = Object.entries(fields.object('outputs'));
  return entries.map(([name, raw]) =>
    compileOutput(name, raw, pointerTo(fields.at('outputs'), name), compiler),
  );
}

function compileOutput(name: string, raw: Json, pointer: string, compiler: Compiler): Output {
  if (!/^[a-zA-Z0-9.\-_]+$/.test(name)) {
    compiler.report(pointer, `the output name "${name}" may hold letters, digits, ".", "-" and "_"`);
  }
  if (typeof raw === 'string' && !raw.includes('$')) {
    compiler.report(
      pointer,
      `the output "${name}" is always the text "${raw}": expressions begin with $`,
      'warning',
    );
  }
  return { name, fill: compileValue(raw, pointer, compiler) };
}

/** `x-log`: one expected line, or a list of them. */
function readLogs({ raw, at, items }: Fields, compiler: Compiler): LogExpectation[] {
  const value = raw['x-log'];
  if (value === undefined) return [];
  const lines = Array.isArray(value) ? items('x-log') : [{ value, pointer: at('x-log') }];
  return lines.flatMap((line) => readLog(line, compiler) ?? []);
}

function readLog(item: Item, compiler: Compiler): LogExpectation | undefined {
  const fields = readFields(item, 'an expected log line', ['level', 'message', 'file'], compiler);
  if (!fields) return undefined;
  const level = fields.text('level');
  const message = fields.text('message');
  const file = fields.text('file');
  return {
    pointer: item.pointer,
    ...(level !== undefined && { level }),
    ...(message !== undefined && { message }),
    ...(file !== undefined && { file }),
  };
}
