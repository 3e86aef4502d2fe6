import type { Problem } from '../contract/finding.ts';
import { type Location, normaliseLocation } from '../contract/source/location.ts';
import { checklistName } from './checklist-name.ts';
import { compileDocument } from './compile/compile-document.ts';
import { readDocuments } from './load/documents.ts';
import { placeReports } from './load/place-reports.ts';
import { reportArguments } from './load/report-arguments.ts';
import { reportCycles } from './load/report-cycles.ts';
import { reportDefaults } from './load/report-defaults.ts';
import type { Engine, EngineType } from './queries/engine.ts';
import type { Checklist } from './types.ts';

/** The checklists that could be read, in the order asked for, and everything wrong with them. */
export interface LoadedChecklists {
  readonly checklists: readonly Checklist[];
  readonly problems: readonly Problem[];
}

/**
 * Reads checklists (Arazzo 1.0 and 1.1, YAML or JSON; path or URL) with the contracts and other checklists they
 * name; a contract that several of them use is loaded once. Never throws for a bad document: what is wrong is in
 * `problems`, with its place, and a workflow without mistakes stays usable.
 */
export async function loadChecklists(files: readonly Location[]): Promise<LoadedChecklists> {
  const { documents, problems } = await readDocuments(files);
  const library = new Map<Location, Checklist>();
  const engines = new Map<EngineType, Engine>();
  const wanted = [...new Set(files.map(normaliseLocation))];
  const found: Problem[] = [...problems, ...namesakes(wanted)];
  for (const document of documents.values()) {
    const { checklist, reports } = await compileDocument(document, { library, documents, engines });
    library.set(document.file, checklist);
    found.push(...(await placeReports(document, reports)));
  }
  for (const document of documents.values()) {
    const checklist = library.get(document.file);
    if (!checklist) continue;
    const reports = [...reportCycles(checklist), ...reportArguments(checklist)];
    found.push(...(await placeReports(document, [...reports, ...(await reportDefaults(checklist))])));
  }
  return { checklists: wanted.flatMap((file) => library.get(file) ?? []), problems: found };
}

/** Checks go by the name of their checklist: those of two with one name could not be told apart. */
function namesakes(files: readonly Location[]): Problem[] {
  const groups = [...Map.groupBy(files, checklistName)].filter(([, same]) => same.length > 1);
  return groups.map(([name, same]) => ({
    message: `the checklists ${same.join(' and ')} have one name, "${name}": rename all but one`,
    severity: 'error',
  }));
}

/** Reads one checklist; see `loadChecklists`. */
export async function loadChecklist(
  file: Location,
): Promise<{ readonly checklist?: Checklist; readonly problems: readonly Problem[] }> {
  const { checklists, problems } = await loadChecklists([file]);
  const [checklist] = checklists;
  return checklist ? { checklist, problems } : { problems };
}
