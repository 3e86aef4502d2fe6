/**
 * Sverka as a library. `sverka check` in a few lines:
 *
 *     const { checklists, problems } = await loadChecklists(['shop.arazzo.yaml']);
 *     await using recorder = await createRecorder();
 *     const { failed } = await runChecks(planChecks(checklists), {
 *       target: { name: 'local', baseUrl: () => 'http://localhost:3000' },
 *       emit: async (event) => void (await recorder.record(event)),
 *     });
 *     const markdown = await findReport('markdown')?.load();
 *     for await (const text of markdown?.(recorder.evidence(), { language: 'en' }) ?? []) process.stdout.write(text);
 *
 * What is expected to fail is in the values (`problems`, `violations`, verdicts), never thrown. Beside this entry stand
 * `sverka/mock`, `sverka/express`, `sverka/msw`, `sverka/server`, `sverka/client` and `sverka/types/{contract id}`.
 */

export { loadChecklist, loadChecklists } from './checklist/load.ts';
export { type Planned, planChecks } from './checklist/plan.ts';
export { type RunOptions, runChecks, type Target } from './checklist/run-checks.ts';
export type { Checklist } from './checklist/types.ts';
export { checks, judge } from './checks/registry.ts';
export type { Check, JudgedExchange } from './checks/types.ts';
export { type Finding, formatProblem, type Problem } from './contract/finding.ts';
export { contractFromDocument } from './contract/from-document.ts';
export { inspect } from './contract/inspect.ts';
export type { Json, JsonObject } from './contract/json.ts';
export { loadContract } from './contract/load.ts';
export { createRouter } from './contract/router.ts';
export { sample } from './contract/sample.ts';
export type * from './contract/types.ts';
export { validateRequest } from './contract/validate-request.ts';
export { validateResponse } from './contract/validate-response.ts';
export { type OpenedLogs, openLogs } from './evidence/logs/open.ts';
export { createRecorder, type Recorder } from './evidence/recorder.ts';
export type * from './evidence/types.ts';
export { findReport, reports } from './reports/registry.ts';
export type { Report, ReportKind, ReportOptions } from './reports/types.ts';
