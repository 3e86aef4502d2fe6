import type { Problem } from '../../contract/finding.ts';
import { createLocator } from '../../contract/locate.ts';
import type { ArazzoDocument } from './documents.ts';

/** A mistake with its place in the document, before it is turned into file, line and column. */
export interface Report {
  readonly pointer: string;
  readonly message: string;
  readonly severity: Problem['severity'];
}

/** Gives each report its line and column. The text is parsed for positions only when there is a report; each is told once. */
export async function placeReports(document: ArazzoDocument, reports: readonly Report[]): Promise<Problem[]> {
  if (reports.length === 0) return [];
  const find = await createLocator(document.text, document.file);
  const unique = new Map(reports.map((report) => [`${report.pointer} ${report.message}`, report]));
  const problems = [...unique.values()].map(({ pointer, message, severity }): Problem => {
    const position = find(pointer);
    return { message, severity, ...(position && { position }) };
  });
  return problems.sort(inReadingOrder);
}

function inReadingOrder({ position: a }: Problem, { position: b }: Problem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}
