import type { ChangeFinding } from '../../../gate/diff/types.ts';
import { codeQuality, type QualityIssue } from '../../gitlab.ts';
import { type Format, shownOf } from '../report.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

/** GitLab's Code Quality report: each change at its line of the merge request. */
export const gitlab: Format = (report, { all }) => codeQuality(shownOf(report, all).map(issueOf));

function issueOf({ id, level, operation, message, location, fingerprint }: ChangeFinding): QualityIssue {
  const where = operation ? `${operation}: ` : '';
  return { id, message: where + message, location, severity: severities[level], fingerprint };
}
