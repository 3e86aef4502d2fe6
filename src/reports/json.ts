import type { CheckEvidence } from '../evidence/types.ts';
import type { Report } from './types.ts';

/** `results.json`: info, summary and every check, one on a line; `results.schema.json` describes it. */
export const json: Report = async function* ({ info, summary, checks }) {
  yield `{"info":${JSON.stringify(info)},\n"summary":${JSON.stringify(summary)},\n"checks":[`;
  let separator = '\n';
  for await (const check of checks()) {
    yield separator + JSON.stringify(inOrder(check));
    separator = ',\n';
  }
  yield '\n]}\n';
};

/** What a person looks for first stands first; exchanges, the longest, last. */
function inOrder(check: CheckEvidence): CheckEvidence {
  const {
    id,
    checklist,
    contract,
    summary,
    description,
    source,
    tags,
    verdict,
    reason,
    durationMs,
    ...rest
  } = check;
  const head = { id, checklist, contract, summary, description, source, tags, verdict };
  return { ...head, ...(reason === undefined ? {} : { reason }), durationMs, ...rest };
}
