import type { Finding } from '../contract/finding.ts';
import type { CheckEvidence, Evidence } from '../evidence/types.ts';
import { inRussian } from './russian/translate.ts';
import type { Language } from './types.ts';

/** The evidence with our own sentences in that language. What documents and servers say stays as it is. */
export function evidenceIn(language: Language, evidence: Evidence): Evidence {
  if (language === 'en') return evidence;
  const { info, summary } = evidence;
  return {
    info: { ...info, target: targetIn(language, info.target) },
    summary,
    async *checks() {
      for await (const check of evidence.checks()) yield checkIn(language, check);
    },
  };
}

/** The name of a target, where it is ours. */
export function targetIn(language: Language, target: string): string {
  return language === 'en' ? target : inRussian(target);
}

/** One check with its findings and reason in that language. */
export function checkIn(language: Language, check: CheckEvidence): CheckEvidence {
  if (language === 'en') return check;
  const reason = check.reason === undefined ? {} : { reason: inRussian(check.reason) };
  return { ...check, ...reason, findings: check.findings.map(translated) };
}

function translated({ expected, actual, ...finding }: Finding): Finding {
  return {
    ...finding,
    message: inRussian(finding.message),
    ...(expected !== undefined && { expected: inRussian(expected) }),
    ...(actual !== undefined && { actual: inRussian(actual) }),
  };
}
