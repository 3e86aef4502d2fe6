import type { Problem } from '../finding.ts';
import type { Json } from '../json.ts';
import { isUrl, type Location } from '../source/location.ts';
import { parseText, type Syntax } from '../source/parse-text.ts';
import { readSource } from '../source/read-source.ts';
import { type Reference, resolveBase, type Scan, scan } from './scan.ts';

/** One file of a contract. */
export interface SourceFile {
  readonly location: Location;
  readonly text: string;
  readonly value: Json;
  readonly syntax: Syntax;
}

/** Every file a document is made of, what each refers to, and why some are missing. */
export interface Files {
  readonly byLocation: Map<Location, SourceFile>;
  readonly scans: Scan[];
  readonly failures: Map<Location, string>;
  readonly problems: Problem[];
}

/** Reads all files that a root refers to, and what they refer to, side by side. */
export async function readFiles(root: SourceFile): Promise<Files> {
  const files: Files = { byLocation: new Map(), scans: [], failures: new Map(), problems: [] };
  const asked = new Set<Location>([root.location]);
  const add = async (file: SourceFile): Promise<void> => {
    files.byLocation.set(file.location, file);
    const found = scan(file.location, file.value);
    files.scans.push(found);
    const targets = found.references.filter((reference) => !isNamed(files, reference)).filter(worthReading);
    const missing = [...new Set(targets.map(targetFile))].filter((target) => !asked.has(target));
    for (const target of missing) asked.add(target);
    await Promise.all(missing.map((target) => fetchInto(files, target, file.location, add)));
  };
  await add(root);
  return files;
}

async function fetchInto(
  files: Files,
  target: Location,
  from: Location,
  add: (file: SourceFile) => Promise<void>,
): Promise<void> {
  if (isUrl(from) && !isUrl(target)) {
    files.failures.set(target, `a document from the web may not refer to the local file ${target}`);
    return;
  }
  const source = await readSource(target);
  if ('failure' in source) {
    files.failures.set(target, source.failure);
    return;
  }
  const { value, problems, syntax } = await parseText(source.text, target);
  files.problems.push(...problems);
  if (value === undefined) files.failures.set(target, `cannot read ${target}: it is neither JSON nor YAML`);
  else await add({ location: target, text: source.text, value, syntax });
}

/** The file (or `$id`) a reference leads to, its fragment left out. */
export function targetFile({ base, text }: Reference): Location {
  return resolveBase(base, text.split('#', 1)[0] ?? '');
}

/** A schema with this `$id` is known: nothing to read. */
function isNamed({ scans }: Files, reference: Reference): boolean {
  return scans.some(({ names }) => names.has(targetFile(reference)));
}

/** A payload in an example that holds a link to somewhere on the web is no reason to go there. */
function worthReading(reference: Reference): boolean {
  const { quiet, text } = reference;
  // `urn:…` and the like are names, not places.
  if (/^(?!https?:|git:)[a-z][a-z\d+.-]+:/i.test(targetFile(reference))) return false;
  return !quiet || (!isUrl(text) && /\.(ya?ml|json)(#|$)/i.test(text));
}
