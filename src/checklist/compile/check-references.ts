import type { Expression, Trail } from '../expressions/types.ts';
import { didYouMean } from '../suggest.ts';
import type { Compiler } from './compiler.ts';

/** An expression and the place it stands. */
export interface Use {
  readonly expression: Expression;
  readonly pointer: string;
}

/** What the expressions of one workflow may refer to. */
export interface Known {
  readonly inputs: readonly string[];
  /** All step ids, in the order they are written. */
  readonly written: readonly string[];
  /** Ids of the steps without a mistake, in the order they run. */
  readonly stepIds: readonly string[];
  /** Declared outputs by step; a step that calls a workflow also has that workflow's outputs, which are not checked. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
  /** All workflows of the document. */
  readonly workflowIds: readonly string[];
  /** The workflow itself, and those it depends on or calls, also of other documents: they alone have values here. */
  readonly seen: readonly string[];
  /** Without jumps, a step sees only the outputs of earlier ones (Arazzo 1.1.0 "Validation Recommendations"). */
  readonly jumps: boolean;
  /** The step an expression stands in, by its place in the document. */
  stepAt(pointer: string): string | undefined;
}

/** Reports expressions of a workflow that refer to something that is not there. */
export function checkReferences(uses: readonly Use[], known: Known, compiler: Compiler): void {
  for (const use of uses) checkReference(use, known, compiler);
}

function checkReference({ expression, pointer }: Use, known: Known, compiler: Compiler): void {
  const report = (what: string, severity?: 'warning' | 'error') =>
    compiler.report(pointer, `${expression.text}: ${what}`, severity);
  switch (expression.kind) {
    case 'inputs': {
      if (leadsTo(expression.trail, known.inputs)) return;
      const name = String(expression.trail.accessors[0]);
      // Without any declared, a workflow may still be given some by the steps that call it.
      const severity = known.inputs.length === 0 ? 'warning' : 'error';
      report(`the workflow has no input "${name}"${didYouMean(name, known.inputs)}`, severity);
      return;
    }
    case 'steps':
      checkStep(expression, pointer, known, report);
      return;
    case 'workflows':
      checkWorkflow(expression.workflowId, known, report);
      return;
    case 'sourceDescriptions':
      if (compiler.sources.has(expression.source)) return;
      report(
        `there is no source description "${expression.source}"${didYouMean(expression.source, compiler.sources.keys())}`,
      );
      return;
    default:
      return;
  }
}

function checkWorkflow(id: string, { seen, workflowIds }: Known, report: (what: string) => void): void {
  if (seen.includes(id)) return;
  if (workflowIds.includes(id)) report(`nothing runs "${id}" before this: name it in "dependsOn"`);
  else report(`there is no workflow "${id}"${didYouMean(id, [...seen, ...workflowIds])}`);
}

function checkStep(
  { stepId, trail }: Extract<Expression, { kind: 'steps' }>,
  pointer: string,
  known: Known,
  report: (what: string) => void,
): void {
  if (!known.written.includes(stepId))
    report(`there is no step "${stepId}"${didYouMean(stepId, known.written)}`);
  if (!known.stepIds.includes(stepId)) return;
  const outputs = known.outputs.get(stepId);
  if (outputs && !leadsTo(trail, outputs)) {
    const name = String(trail.accessors[0]);
    report(`the step "${stepId}" has no output "${name}"${didYouMean(name, outputs)}`);
  }
  const here = known.stepAt(pointer);
  if (known.jumps || here === undefined) return;
  if (known.stepIds.indexOf(stepId) > known.stepIds.indexOf(here))
    report(`the step "${stepId}" runs later than this one`);
}

/** Whether a trail begins with one of the names, which may hold dots themselves. */
function leadsTo({ accessors }: Trail, names: readonly string[]): boolean {
  return accessors.some((_, index) => names.includes(accessors.slice(0, index + 1).join('.')));
}
