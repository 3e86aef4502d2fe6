import type { ReportKind } from './types.ts';

/** Every report made from finished evidence. The terminal is not here: it listens while the run goes on. */
export const reports: readonly ReportKind[] = [
  {
    kind: 'json',
    fileName: 'results.json',
    description: 'Everything that was seen, for other tools (schema: results.schema.json).',
    load: async () => (await import('./json.ts')).json,
  },
  {
    kind: 'html',
    fileName: 'report.html',
    description: 'One self-contained page for people: verdicts, exchanges, log lines.',
    load: async () => (await import('./html.ts')).html,
  },
  {
    kind: 'markdown',
    fileName: 'report.md',
    description: 'The checklist, filled in.',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    kind: 'junit',
    fileName: 'junit.xml',
    description: 'JUnit XML for CI servers.',
    load: async () => (await import('./junit.ts')).junit,
  },
  {
    kind: 'har',
    fileName: 'exchanges.har',
    description: 'Every exchange as HAR 1.2, for browsers and proxies.',
    load: async () => (await import('./har.ts')).har,
  },
  {
    kind: 'github',
    fileName: 'annotations.txt',
    description: 'GitHub workflow commands: an annotation for each failed check.',
    load: async () => (await import('./github-annotations.ts')).githubAnnotations,
  },
  {
    kind: 'github-summary',
    fileName: 'summary.md',
    description: 'A GitHub step summary: counts, and what failed.',
    load: async () => (await import('./github-summary.ts')).githubSummary,
  },
];

/** The report of that kind; undefined for a kind that does not exist. */
export function findReport(kind: string): ReportKind | undefined {
  return reports.find((report) => report.kind === kind);
}
