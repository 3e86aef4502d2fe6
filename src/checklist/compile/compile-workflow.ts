import { extensions, object, text } from '../../contract/document/members.ts';
import { pointerTo } from '../expressions/pointer.ts';
import type { Step, Workflow } from '../types.ts';
import { checkReferences, type Use } from './check-references.ts';
import { compileInputs } from './compile-inputs.ts';
import { compileOutputs, compileStep, type Inherited } from './compile-step.ts';
import type { Compiler } from './compiler.ts';
import { type Fields, type Item, readFields } from './fields.ts';
import { orderSteps } from './order-steps.ts';
import { sendsMessage } from './sends-message.ts';

const known = [
  'workflowId',
  'summary',
  'description',
  'inputs',
  'dependsOn',
  'steps',
  'successActions',
].concat(['failureActions', 'outputs', 'parameters']);

/** A workflow before it knows the checklist it belongs to. */
export type Compiled = Omit<Workflow, 'checklist'>;

/** Compiles a Workflow Object; undefined when it has no id. `workflowIds` are all ids of the document. */
export function compileWorkflow(
  item: Item,
  workflowIds: readonly string[],
  outer: Compiler,
): Compiled | undefined {
  const fields = readFields(item, 'a workflow', known, outer);
  const id = fields?.requiredText('workflowId');
  if (!fields || id === undefined) return undefined;
  const uses: Use[] = [];
  const compiler: Compiler = { ...outer, use: (expression, pointer) => uses.push({ expression, pointer }) };
  const inputs = compileInputs(fields.raw.inputs, fields.at('inputs'), compiler);
  const common = {
    id,
    pointer: item.pointer,
    summary: fields.text('summary') ?? '',
    description: fields.text('description') ?? '',
    inputs,
    extensions: extensions(fields.raw),
  };
  if (fields.items('steps').some(({ value }) => sendsMessage(value, compiler)))
    return { ...common, dependsOn: [], steps: [], outputs: [], unrunnable: notAsync };
  const compiled = compileSteps(fields, compiler);
  const { steps } = compiled;
  const outputs = compileOutputs(fields, compiler);
  for (const { value, pointer } of fields.items('x-tags'))
    if (typeof value !== 'string') compiler.report(pointer, 'a tag has to be a string');
  const dependsOn = readDependencies(fields, compiler);
  const seen = [id, ...dependsOn.map(({ workflowId }) => workflowId), ...calledBy(steps)];
  checkReferences(
    uses,
    { ...knownOf(compiled), inputs: inputs.map(({ name }) => name), workflowIds, seen },
    compiler,
  );
  return { ...common, dependsOn, steps, outputs };
}

const notAsync = 'an AsyncAPI step cannot be run here, only HTTP requests can';

interface Steps {
  readonly steps: readonly Step[];
  /** All step ids as written, those of steps with a mistake, too. */
  readonly written: readonly string[];
  /** Step id by the pointer of the step. */
  readonly places: ReadonlyMap<string, string>;
}

function compileSteps(fields: Fields, compiler: Compiler): Steps {
  const items = fields.items('steps');
  if (items.length === 0) compiler.report(fields.pointer, 'a workflow needs at least one step');
  const ids = items.map(({ value }) => text(object(value).stepId));
  reportDuplicates(ids, items, compiler);
  const inherited: Inherited = {
    parameters: fields.items('parameters'),
    successActions: fields.items('successActions'),
    failureActions: fields.items('failureActions'),
    stepIds: ids.filter((id) => id !== undefined),
  };
  const compiled = items.map((item) => compileStep(item, inherited, compiler));
  return {
    steps: orderSteps(
      compiled.filter((step) => step !== undefined),
      compiler,
    ),
    written: inherited.stepIds,
    places: new Map(items.flatMap(({ pointer }, index) => [[pointer, ids[index] ?? '']])),
  };
}

function reportDuplicates(
  ids: readonly (string | undefined)[],
  items: readonly Item[],
  compiler: Compiler,
): void {
  for (const [index, id] of ids.entries()) {
    if (id === undefined || ids.indexOf(id) === index) continue;
    compiler.report(pointerTo(items[index]?.pointer ?? '', 'stepId'), `the step "${id}" is there twice`);
  }
}

function readDependencies(fields: Fields, compiler: Compiler): Workflow['dependsOn'] {
  return fields.items('dependsOn').flatMap(({ value, pointer }) => {
    if (typeof value !== 'string') compiler.report(pointer, 'a workflow depends on workflow ids');
    const reference = typeof value === 'string' ? compiler.workflow(value, pointer) : undefined;
    return reference ? [reference] : [];
  });
}

/** Ids of the workflows that steps and their actions call. */
function calledBy(steps: readonly Step[]): string[] {
  return steps.flatMap(({ call, onSuccess, onFailure }) => {
    const actions = [...onSuccess, ...onFailure].flatMap(({ workflow }) => workflow?.workflowId ?? []);
    return call.kind === 'workflow' ? [call.workflow.workflowId, ...actions] : actions;
  });
}

function knownOf({ steps, written, places }: Steps) {
  const declared = steps.filter(({ call }) => call.kind === 'operation');
  return {
    written,
    stepIds: steps.map(({ id }) => id),
    outputs: new Map(declared.map(({ id, outputs }) => [id, outputs.map(({ name }) => name)])),
    jumps: steps.some(({ onSuccess, onFailure }) =>
      [...onSuccess, ...onFailure].some(({ stepId }) => stepId !== undefined),
    ),
    stepAt: (pointer: string) => places.get(pointer.split('/').slice(0, 5).join('/')),
  };
}
