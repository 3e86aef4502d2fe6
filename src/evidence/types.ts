import type { Finding } from '../contract/finding.ts';
import type { Json } from '../contract/json.ts';

/** `broken`: could not be judged (target down, mistake in the checklist). `skipped` always has a reason. */
export type Verdict = 'passed' | 'failed' | 'skipped' | 'broken';

/** One line of the server's log that carries the exchange's request id. */
export interface LogLine {
  /** ISO 8601, empty when the line has none. */
  readonly time: string;
  /** Lower-case name: `info`, `warn`, `error`; empty for a line without a level. */
  readonly level: string;
  readonly message: string;
  readonly requestId: string;
  /** Where it was read: a path, a command, a URL. */
  readonly file: string;
}

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed when JSON, else text; null without a body. */
  readonly body: Json;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** One HTTP request with its response, timings and log lines. Secrets are masked before it is kept. */
export interface Exchange {
  /** The Arazzo `stepId`. */
  readonly step: string;
  /** `auth-v1.login`: contract id, dot, operation id. */
  readonly operation: string;
  /** The `X-Request-ID` that was sent. */
  readonly requestId: string;
  /** ISO 8601, when the request was sent. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly request: RecordedRequest;
  /** Absent when no response came (connection refused, timeout). */
  readonly response?: RecordedResponse;
  readonly logs: readonly LogLine[];
}

/** Where a check comes from: document, line and, for a checklist row, the documented outcome in its own words. */
export interface SourceRef {
  readonly document: string;
  /** 1-based line in that document. */
  readonly line?: number;
  /** Section heading: `auth › /register (POST)`. */
  readonly section?: string;
  /** The expected result as the document words it, verbatim. */
  readonly expected?: string;
}

/** What is known of a check before it runs. */
export interface PlannedCheck {
  /** `<checklist>/<workflowId>`, unique in a run. */
  readonly id: string;
  readonly checklist: string;
  /** Contract under test; the first step's contract unless the workflow says otherwise (`x-contract`). */
  readonly contract: string;
  /** The documented scenario, verbatim (Arazzo `summary`). */
  readonly summary: string;
  /** The same in English (Arazzo `description`). */
  readonly description: string;
  readonly source: SourceRef | null;
  readonly tags: readonly string[];
}

/** One finished check with everything that was seen. One element of `checks` in results.json. */
export interface CheckEvidence extends PlannedCheck {
  readonly verdict: Verdict;
  /** Why it was skipped or broken. */
  readonly reason?: string;
  readonly findings: readonly Finding[];
  readonly exchanges: readonly Exchange[];
  readonly durationMs: number;
}

export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly broken: number;
  readonly durationMs: number;
}

/** What reports print at their head. */
export interface RunInfo {
  /** `sverka 0.1.0`. */
  readonly tool: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** For people: `http://127.0.0.1:8000` or `own server (sqlite, in memory)`. */
  readonly target: string;
  /** True when the run was ended early (Ctrl-C, --bail). */
  readonly interrupted: boolean;
}

/** A run tells, reporters listen. */
export type RunEvent =
  | { readonly type: 'run-started'; readonly info: RunInfo; readonly checks: readonly PlannedCheck[] }
  | { readonly type: 'check-started'; readonly id: string }
  | { readonly type: 'check-finished'; readonly check: CheckEvidence }
  | { readonly type: 'run-finished'; readonly summary: Summary; readonly info: RunInfo };

/** A finished run as reports read it. `checks()` may be iterated several times; it streams, so memory stays flat. */
export interface Evidence {
  readonly info: RunInfo;
  readonly summary: Summary;
  checks(): AsyncIterable<CheckEvidence>;
}

/** How the log lines of one request are found. Reading waits a little for lines that are still on their way. */
export interface LogSource {
  /** For people: the path, command or URL. */
  readonly name: string;
  /** Lines that carry this request id. `expectLines`: wait (bounded) until at least one is there. */
  find(requestId: string, options: { readonly expectLines: boolean }): Promise<readonly LogLine[]>;
  close(): Promise<void>;
}
