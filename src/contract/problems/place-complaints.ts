import type { SourceFile } from '../bundle/files.ts';
import type { Complaint } from '../document/complaint.ts';
import { formatProblem, type Problem } from '../finding.ts';
import { createLocator, type Locator } from '../locate.ts';
import { readSource } from '../source/read-source.ts';

/** Looks up the line of each complaint, in the order of files and lines. A sound document is not parsed again. */
export async function placeComplaints(
  complaints: readonly Complaint[],
  files: readonly (Pick<SourceFile, 'location' | 'text'> & Partial<Pick<SourceFile, 'syntax'>>)[],
): Promise<readonly Problem[]> {
  const placed: Problem[] = [];
  for (const { location, text, syntax } of files) {
    const own = complaints.filter(({ file }) => file === location);
    if (own.length === 0) continue;
    const find = await createLocator(text, location, syntax);
    placed.push(...own.map((complaint) => toProblem(complaint, find)).sort(byPlace));
  }
  return placed;
}

function toProblem({ message, severity, file, pointer }: Complaint, find: Locator): Problem {
  return { message, position: find(pointer) ?? { file, line: 1, column: 1 }, severity };
}

function byPlace({ position: a }: Problem, { position: b }: Problem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

/** The same when the texts are no longer at hand: each file that something is wrong with is read again. */
export async function placeInFiles(complaints: readonly Complaint[]): Promise<readonly Problem[]> {
  const files = [...new Set(complaints.map(({ file }) => file))];
  const sources = await Promise.all(files.map(readSource));
  const texts = sources.map((source, index) => ({
    location: files[index] ?? '',
    text: 'failure' in source ? '' : source.text,
  }));
  const placed = await placeComplaints(complaints, texts);
  // One mistake in a shared part may be met by several ways that end at the same line.
  return [...new Map(placed.map((problem) => [formatProblem(problem), problem])).values()];
}
