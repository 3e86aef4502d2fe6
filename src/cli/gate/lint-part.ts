import { formatPosition, type Problem } from '../../contract/finding.ts';
import { seenFrom } from '../../contract/source/location.ts';
import type { GateFinding, Part } from '../../gate/verdict.ts';
import { lintDocuments } from '../lint/lint.ts';

/** The documents as documents: errors only, as `sverka lint` without `--warnings`. */
export async function lintPart(files: readonly string[], base: string, cwd: string): Promise<Part> {
  const problems = await lintDocuments(files, base);
  return {
    name: 'lint',
    seen: files.length === 1 ? '1 document' : `${files.length} documents`,
    advice: 'mend the documents: sverka lint',
    kind: 'judged',
    findings: problems.filter(({ severity }) => severity === 'error').map((problem) => finding(problem, cwd)),
  };
}

function finding({ message, position }: Problem, cwd: string): GateFinding {
  const location = position ? seenFrom(cwd, formatPosition(position)) : '';
  return { id: 'lint', message, location };
}
