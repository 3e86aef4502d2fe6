import { countLevels, type Format } from '../report.ts';

/** Everything, for other tools. */
export const json: Format = (report) => {
  const { old, new: fresh, failed, left, waived, stale, expired } = report;
  const summary = { ...countLevels(left), waived: waived.length, failed };
  return `${JSON.stringify({ old, new: fresh, summary, changes: left, waived, stale, expired }, null, 2)}\n`;
};
