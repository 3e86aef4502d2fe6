import { createHash } from 'node:crypto';

/** One finding for GitLab. `location` is `file:line:column` where that is known. */
export interface QualityIssue {
  readonly id: string;
  readonly message: string;
  readonly location: string;
  readonly severity: 'info' | 'minor' | 'major';
  /** The same for the same finding in another run. */
  readonly fingerprint?: string;
}

/** A Code Quality report (docs.gitlab.com/ci/testing/code_quality): what a merge request shows beside its lines. */
export function codeQuality(issues: readonly QualityIssue[]): string {
  const entries = issues.map(({ id, message, location, severity, fingerprint }) => {
    const [, file = location, line = '1'] = /^(.+):(\d+):\d+$/.exec(location) ?? [];
    return {
      description: message,
      check_name: id,
      fingerprint: fingerprint ?? createHash('sha256').update(`${id} ${message} ${file}`).digest('hex'),
      severity,
      location: { path: file, lines: { begin: Number(line) } },
    };
  });
  return `${JSON.stringify(entries, null, 2)}\n`;
}
