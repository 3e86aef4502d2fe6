import { dirname, relative } from 'node:path';
import type { Complaint } from '../document/complaint.ts';
import { holder } from '../document/member-kinds.ts';
import { object } from '../document/members.ts';
import { escapeStep, fragmentPointer } from '../document/pointer.ts';
import type { Problem } from '../finding.ts';
import { isObject, type JsonObject } from '../json.ts';
import { isUrl, type Location, resolveLocation } from '../source/location.ts';
import { type Files, readFiles, type SourceFile, targetFile } from './files.ts';
import { rewrite } from './rewrite.ts';
import type { Place, Reference } from './scan.ts';

export interface RootFile extends SourceFile {
  readonly value: JsonObject;
}

/** A document that refers only to itself, and where its parts came from. */
export interface Bundle {
  readonly document: JsonObject;
  /** The root first. */
  readonly files: readonly [SourceFile, ...SourceFile[]];
  /** Keys below `x-bundled`. */
  readonly holders: ReadonlyMap<string, Location>;
  readonly problems: readonly Problem[];
  readonly complaints: readonly Complaint[];
}

/** References to other files; names that must be resolved (`$id`, `$anchor`). Commented-out ones cost a walk, no more. */
const needsLinking =
  /\$ref["']?\s*:\s*["']?[^"'#\s]|\$ref["']?\s*:\s*["']?#[^/"'\s]|\$(id|self|anchor|dynamicRef)\b/;

/**
 * Brings all files of a document into one: another file stands under `x-bundled/<its path>`, and every `$ref` becomes
 * `#/…`. Circles, within a file or across files, stay circles. Big documents without outside references are not walked.
 */
export async function bundle(root: RootFile): Promise<Bundle> {
  if (!needsLinking.test(root.text)) {
    return { document: root.value, files: [root], holders: new Map(), problems: [], complaints: [] };
  }
  const files = await readFiles(root);
  const link = linker(files, root);
  const complaints: Complaint[] = [];
  const edits = new Map<JsonObject, Map<string, string>>();
  for (const reference of files.scans.flatMap(({ references }) => references)) {
    const place = link(reference);
    if (typeof place === 'string') {
      if (!reference.quiet) complaints.push(complain(reference, place));
      continue;
    }
    const members = edits.get(reference.holder) ?? new Map<string, string>();
    edits.set(reference.holder, members.set(reference.member, internal(place, root.location)));
  }
  return { ...assemble(files, root, edits), problems: files.problems, complaints };
}

/** The root with all edits made and the other files in their holder. */
function assemble(
  files: Files,
  root: RootFile,
  members: Map<JsonObject, Map<string, string>>,
): Pick<Bundle, 'document' | 'files' | 'holders'> {
  const named = new Set(files.scans.flatMap((found) => [...found.named]));
  const copy = rewrite({ members, named });
  const others = [...files.byLocation.values()].filter(({ location }) => location !== root.location);
  const keyed = others.map((file) => ({ ...file, key: holderKey(file.location, root.location) }));
  const bundled = Object.fromEntries(keyed.map(({ key, value }) => [key, copy(value)]));
  return {
    document: { ...object(copy(root.value)), ...(others.length > 0 ? { [holder]: bundled } : {}) },
    files: [root, ...others],
    holders: new Map(keyed.map(({ key, location }) => [key, location])),
  };
}

/** Says where a reference leads, or one sentence why it leads nowhere. */
function linker(files: Files, root: SourceFile): (reference: Reference) => Place | string {
  const names = new Map(files.scans.flatMap((found) => [...found.names]));
  const self = selfOf(root);
  return (reference) => {
    const base = targetFile(reference);
    const fragment = fragmentPointer(reference.text.split('#').slice(1).join('#'));
    const named = names.get(fragment === '' || fragment.startsWith('/') ? base : `${base}#${fragment}`);
    if (named) return fragment.startsWith('/') ? { ...named, pointer: named.pointer + fragment } : named;
    const file = base === self ? root.location : base;
    if (!files.byLocation.has(file))
      return files.failures.get(file) ?? `there is no schema with $id "${base}"`;
    if (fragment !== '' && !fragment.startsWith('/')) return `there is no $anchor "${fragment}" in ${file}`;
    return { file, pointer: fragment };
  };
}

/** OpenAPI 3.2 `$self`: the name the document has for others, and for itself. */
function selfOf({ location, value }: SourceFile): string | undefined {
  const self = isObject(value) ? value.$self : undefined;
  return typeof self === 'string' ? resolveLocation(location, self) : undefined;
}

function internal({ file, pointer }: Place, root: Location): string {
  const path = file === root ? pointer : `/${holder}/${escapeStep(holderKey(file, root))}${pointer}`;
  return `#${encodeURI(path)}`;
}

/** The path of a file as seen from the root's folder, with forward slashes; a URL as it is. */
function holderKey(location: Location, root: Location): string {
  if (isUrl(location) || location.startsWith('git:')) return location;
  return relative(dirname(root), location).replaceAll('\\', '/');
}

function complain({ file, pointer, text, member }: Reference, reason: string): Complaint {
  return {
    file,
    pointer: `${pointer}/${escapeStep(member)}`,
    message: `"${text}" leads nowhere: ${reason}`,
    severity: 'error',
  };
}
