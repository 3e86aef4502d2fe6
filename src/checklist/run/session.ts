import type { JudgedExchange } from '../../checks/types.ts';
import type { Finding } from '../../contract/finding.ts';
import type { LogSource } from '../../evidence/types.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Given } from '../inputs/resolve-inputs.ts';
import type { WorkflowReference } from '../types.ts';
import type { WorkflowEnd } from './outcome.ts';

/** What is under test, as far as a run has to know it. */
export interface Target {
  /** For people: `http://127.0.0.1:8000`. */
  readonly name: string;
  /** Base URL of a contract, undefined when the target does not have it. */
  baseUrl(contractId: string): string | undefined;
  /** Known to be started for testing: an API for tests (`x-testing`) that it lacks is then a defect, no reason to skip. */
  readonly testing?: boolean;
}

/** What all checks of one run share. */
export interface Session {
  readonly target: Target;
  /** Inputs the user gave, for every workflow that has an input of that name. */
  readonly given: Given;
  readonly client: HttpClient;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  logs(contractId: string): LogSource | undefined;
  /** The automatic checks. */
  judge(exchange: JudgedExchange): readonly Finding[];
  /** Runs a workflow that others depend on, once per run. */
  dependency(reference: WorkflowReference): Promise<Dependency>;
  /** `file:line:column` of a place in a checklist. */
  place(file: string, pointer: string): Promise<string>;
  /** Base URLs where nobody listens, with the words for it: they are not tried again. */
  readonly dead: Map<string, string>;
}

/** How a workflow that others depend on ended. `reported`: it is a check of this run, so its findings are told there. */
export interface Dependency {
  readonly end: WorkflowEnd;
  readonly reported: boolean;
}
