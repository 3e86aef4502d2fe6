import type { JsonObject } from '../contract/json.ts';
import type { Location } from '../contract/source/location.ts';
import type { Contract, MediaType, Operation, Parameter, Schema } from '../contract/types.ts';
import type { Criterion } from './criteria/criterion.ts';
import type { DocumentScope, Fill } from './expressions/types.ts';
import type { Engine } from './queries/engine.ts';

/** One Arazzo document, compiled: references resolved, defaults merged in, expressions and conditions parsed. */
export interface Checklist {
  /** File name without `.arazzo.yaml`. */
  readonly name: string;
  readonly file: Location;
  /** Every file it was read from, contracts and other checklists included: what `--watch` has to watch. */
  readonly files: readonly Location[];
  readonly title: string;
  readonly scope: DocumentScope;
  /** In document order. A workflow with a mistake is not among them; the mistake is among the problems. */
  readonly workflows: ReadonlyMap<string, Workflow>;
  /** Contracts by source description name. */
  readonly contracts: ReadonlyMap<string, Contract>;
}

export interface Workflow {
  readonly id: string;
  readonly checklist: Checklist;
  /** JSON Pointer to the workflow in its document. */
  readonly pointer: string;
  readonly summary: string;
  readonly description: string;
  readonly inputs: readonly Input[];
  readonly dependsOn: readonly WorkflowReference[];
  /** In the order they run. */
  readonly steps: readonly Step[];
  readonly outputs: readonly Output[];
  /** All `x-` members. */
  readonly extensions: JsonObject;
  /** Why it cannot be run here, though nothing is wrong with it: it is skipped, and its steps are not read. */
  readonly unrunnable?: string;
}

/** A workflow by document and id; `find` is undefined when that workflow has a mistake and was left out. */
export interface WorkflowReference {
  /** `file#workflowId`, unique over all documents. */
  readonly key: string;
  readonly workflowId: string;
  find(): Workflow | undefined;
}

export interface Input {
  readonly name: string;
  /** JSON Pointer to its schema in the document. */
  readonly pointer: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly default?: JsonObject[string];
  /** `x-fresh: true`: drawn anew for every check. */
  readonly fresh?: () => JsonObject[string];
}

export interface Output {
  readonly name: string;
  readonly fill: Fill;
}

export interface Step {
  readonly id: string;
  readonly pointer: string;
  readonly call: OperationCall | WorkflowCall;
  readonly successCriteria: readonly Criterion[];
  /** Step level first, then those of the workflow that the step does not override. */
  readonly onSuccess: readonly Action[];
  readonly onFailure: readonly Action[];
  readonly outputs: readonly Output[];
  /** Milliseconds, Arazzo 1.1.0. */
  readonly timeoutMs?: number;
  readonly logs: readonly LogExpectation[];
}

export interface OperationCall {
  readonly kind: 'operation';
  /** Source description name, which is the contract id. */
  readonly source: string;
  readonly contract: Contract;
  readonly operation: Operation;
  readonly parameters: readonly Argument[];
  readonly body?: Body;
}

export interface WorkflowCall {
  readonly kind: 'workflow';
  readonly workflow: WorkflowReference;
  readonly parameters: readonly Argument[];
}

export type ArgumentPlace = 'path' | 'query' | 'querystring' | 'header' | 'cookie';

export interface Argument {
  readonly name: string;
  /** Absent for a workflow's inputs. */
  readonly in?: ArgumentPlace;
  readonly fill: Fill;
  /** What the contract says of it, when it says anything. */
  readonly parameter?: Parameter;
}

export interface Body {
  /** Undefined when neither the step nor the contract names one. */
  readonly contentType: string | undefined;
  readonly payload?: Fill;
  /** The payload is written as text, not as a structure: it is sent as it is. */
  readonly verbatim: boolean;
  readonly replacements: readonly Replacement[];
  readonly mediaType?: MediaType;
}

export interface Replacement {
  readonly target: string;
  readonly engine: Engine;
  readonly fill: Fill;
}

export interface Action {
  readonly name: string;
  readonly type: 'end' | 'goto' | 'retry';
  readonly stepId?: string;
  readonly workflow?: WorkflowReference;
  readonly parameters: readonly Argument[];
  readonly retryAfterMs: number;
  readonly retryLimit: number;
  readonly criteria: readonly Criterion[];
}

/** `x-log` of a step: a log line that must exist for the step's request id. Each part is optional. */
export interface LogExpectation {
  readonly pointer: string;
  readonly level?: string;
  /** A text the message contains, or a regular expression it matches. */
  readonly message?: string;
  /** The end of the log's path. */
  readonly file?: string;
}
