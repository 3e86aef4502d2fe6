import { didYouMean } from '../suggest.ts';
import type { Action } from '../types.ts';
import { compileCriteria } from './compile-criterion.ts';
import { compileParameters } from './compile-parameters.ts';
import type { Compiler } from './compiler.ts';
import { type Fields, type Item, readFields } from './fields.ts';
import { resolveReusable } from './reusable.ts';

const kinds = {
  successActions: {
    what: 'a success action',
    types: ['end', 'goto'],
    fields: ['name', 'type', 'workflowId', 'stepId', 'parameters', 'criteria'],
  },
  failureActions: {
    what: 'a failure action',
    types: ['end', 'goto', 'retry'],
    fields: ['name', 'type', 'workflowId', 'stepId', 'parameters', 'criteria', 'retryAfter', 'retryLimit'],
  },
} as const;

export type ActionKind = keyof typeof kinds;

/**
 * The actions of a step: its own first, then those of its workflow whose names it does not use
 * (Arazzo 1.0.1 "Workflow Object": overridden at the step level, never removed there).
 */
export function compileActions(
  own: readonly Item[],
  inherited: readonly Item[],
  {
    kind,
    stepIds,
    compiler,
  }: { readonly kind: ActionKind; readonly stepIds: readonly string[]; readonly compiler: Compiler },
): readonly Action[] {
  const compile = (item: Item) => compileAction(item, kind, stepIds, compiler);
  const mine = own.map(compile).filter((action) => action !== undefined);
  const names = new Set(mine.map(({ name }) => name));
  const theirs = inherited.map(compile).filter((action) => action !== undefined);
  return [...mine, ...theirs.filter(({ name }) => !names.has(name))];
}

function compileAction(
  item: Item,
  kind: ActionKind,
  stepIds: readonly string[],
  compiler: Compiler,
): Action | undefined {
  const { what, types, fields: known } = kinds[kind];
  const resolved = resolveReusable(item, kind, compiler);
  const fields = resolved && readFields(resolved, what, known, compiler);
  const name = fields?.requiredText('name');
  const type = fields && readType(fields, what, types, compiler);
  if (!fields || name === undefined || type === undefined) return undefined;
  const target = readTarget(fields, { what, type, stepIds }, compiler);
  return {
    name,
    type,
    ...target,
    parameters: compileParameters(fields.items('parameters'), [], { kind: 'workflow' }, compiler),
    retryAfterMs: (fields.number('retryAfter') ?? 0) * 1000,
    retryLimit: fields.integer('retryLimit') ?? 1,
    criteria: compileCriteria(fields.items('criteria'), compiler),
  };
}

function readType(
  fields: Fields,
  what: string,
  types: readonly Action['type'][],
  compiler: Compiler,
): Action['type'] | undefined {
  const raw = fields.requiredText('type');
  const type = types.find((known) => known === raw);
  if (raw !== undefined && type === undefined) {
    compiler.report(
      fields.at('type'),
      `"${raw}" is no type of ${what}: ${types.join(', ')}${didYouMean(raw, types)}`,
    );
  }
  return type;
}

function readTarget(
  fields: Fields,
  {
    what,
    type,
    stepIds,
  }: { readonly what: string; readonly type: Action['type']; readonly stepIds: readonly string[] },
  compiler: Compiler,
): Pick<Action, 'stepId' | 'workflow'> {
  const stepId = fields.text('stepId');
  const workflowId = fields.text('workflowId');
  if (stepId !== undefined && workflowId !== undefined) {
    compiler.report(fields.pointer, `${what} names a stepId or a workflowId, not both`);
  }
  if (type === 'goto' && stepId === undefined && workflowId === undefined) {
    compiler.report(fields.pointer, 'goto needs a stepId or a workflowId to go to');
  }
  if (stepId !== undefined && !stepIds.includes(stepId)) {
    compiler.report(
      fields.at('stepId'),
      `there is no step "${stepId}" in this workflow${didYouMean(stepId, stepIds)}`,
    );
  }
  const workflow =
    workflowId === undefined ? undefined : compiler.workflow(workflowId, fields.at('workflowId'));
  return { ...(stepId !== undefined && { stepId }), ...(workflow && { workflow }) };
}
