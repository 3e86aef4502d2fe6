import { list, text, texts } from '../contract/document/members.ts';
import type { Json } from '../contract/json.ts';
import { isObject } from '../contract/json.ts';
import type { PlannedCheck, SourceRef } from '../evidence/types.ts';
import { didYouMean } from './suggest.ts';
import type { Checklist, Step, Workflow } from './types.ts';

/** A check and the workflow that performs it. */
export interface Planned {
  readonly check: PlannedCheck;
  readonly workflow: Workflow;
}

/** Which checks to take. Without `grep` and `tags`: all. */
export interface Filter {
  /** Looked for in id, summary and description, without regard to case when it is a string. */
  readonly grep?: string | RegExp;
  /** A check with any of these tags is taken. */
  readonly tags?: readonly string[];
}

/**
 * The checks of some checklists, in document order: every workflow except those marked `x-helper: true`, which
 * only serve others. Ids are `<checklist>/<workflowId>`.
 */
export function planChecks(checklists: readonly Checklist[], filter: Filter = {}): readonly Planned[] {
  return checklists
    .flatMap(({ workflows }) => [...workflows.values()])
    .filter((workflow) => workflow.extensions['x-helper'] !== true)
    .map((workflow) => ({ check: describe(workflow), workflow }))
    .filter(({ check }) => matches(check, filter));
}

/** One step as a dry run prints it: `auth-v1.login`, `POST`, `/login`; a workflow it calls has no method. */
export interface PlannedStep {
  readonly step: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
}

/** The steps a planned check would take, were each to succeed. */
export function plannedSteps({ workflow }: Planned): readonly PlannedStep[] {
  return workflow.steps.map(({ id, call }) => {
    if (call.kind === 'workflow')
      return { step: id, operation: call.workflow.workflowId, method: '', path: '' };
    const { id: operationId, method, path } = call.operation;
    return { step: id, operation: `${call.source}.${operationId}`, method, path };
  });
}

/** Names of inputs that have to be given before these checks can run: required, neither drawn nor with a default. */
export function neededInputs(plan: readonly Planned[]): readonly string[] {
  const needed = plan
    .flatMap(({ workflow }) => workflow.inputs)
    .filter((input) => input.required && input.fresh === undefined && input.default === undefined);
  return [...new Set(needed.map(({ name }) => name))];
}

/** What is known of a workflow before it runs. */
export function describe(workflow: Workflow): PlannedCheck {
  const { id, checklist, summary, description, extensions, steps } = workflow;
  return {
    id: `${checklist.name}/${id}`,
    checklist: checklist.name,
    contract: text(extensions['x-contract']) ?? contractOf(steps) ?? '',
    summary: summary || id,
    description: description.trim(),
    source: readSource(extensions['x-source']),
    tags: texts(extensions['x-tags']),
  };
}

/** The contract of the first request, looked up through the workflows that steps call. */
function contractOf(steps: readonly Step[]): string | undefined {
  for (const { call } of steps) {
    const contract = call.kind === 'operation' ? call.source : contractOf(call.workflow.find()?.steps ?? []);
    if (contract !== undefined) return contract;
  }
  return undefined;
}

/** `x-source`: a place in a document, the first of several, or an erratum. */
function readSource(raw: Json | undefined): SourceRef | null {
  const first = Array.isArray(raw) ? list(raw)[0] : raw;
  if (!isObject(first)) return null;
  const erratum = text(first.erratum);
  const document = text(first.document) ?? (erratum === undefined ? undefined : 'errata');
  if (document === undefined) return null;
  const section = text(first.section) ?? (erratum && `Errata › ${erratum}`);
  const expected = text(first.expected);
  return {
    document,
    ...(typeof first.line === 'number' && { line: first.line }),
    ...(section !== undefined && { section }),
    ...(expected !== undefined && { expected }),
  };
}

function matches(check: PlannedCheck, { grep, tags }: Filter): boolean {
  const words = [check.id, check.summary, check.description];
  const tagged = tags === undefined || tags.length === 0 || tags.some((tag) => check.tags.includes(tag));
  return tagged && (grep === undefined || words.some((word) => contains(word, grep)));
}

function contains(word: string, grep: string | RegExp): boolean {
  if (typeof grep === 'string') return word.toLowerCase().includes(grep.toLowerCase());
  return word.search(grep) >= 0;
}

/**
 * Complaints about names among `given` that no workflow of these has as an input: most likely misspelt.
 * `no check has an input "nmae"; did you mean "name"?`
 */
export function unknownInputs(plan: readonly Planned[], given: readonly string[]): readonly string[] {
  const known = new Set(
    plan
      .flatMap(({ workflow }) => reachable(workflow))
      .flatMap(({ inputs }) => inputs.map(({ name }) => name)),
  );
  return given
    .filter((name) => !known.has(name))
    .map((name) => `no check has an input "${name}"${didYouMean(name, known)}`);
}

function reachable(workflow: Workflow, seen = new Set<Workflow>()): readonly Workflow[] {
  if (seen.has(workflow)) return [];
  seen.add(workflow);
  const called = workflow.steps.flatMap(({ call }) => (call.kind === 'workflow' ? [call.workflow] : []));
  const next = [...workflow.dependsOn, ...called].flatMap((reference) => reference.find() ?? []);
  return [workflow, ...next.flatMap((other) => reachable(other, seen))];
}
