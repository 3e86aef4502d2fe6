import { list, object, text } from '../../contract/document/members.ts';
import type { Problem } from '../../contract/finding.ts';
import type { JsonObject } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import { type Location, normaliseLocation, resolveLocation } from '../../contract/source/location.ts';
import { parseText } from '../../contract/source/parse-text.ts';
import { readSource } from '../../contract/source/read-source.ts';
import type { Loaded } from '../../contract/types.ts';

/** One Arazzo document as it was read, with its source descriptions. */
export interface ArazzoDocument {
  readonly file: Location;
  readonly text: string;
  readonly root: JsonObject;
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * One entry of `sourceDescriptions`, `pointer` leads to its URL. The document of a contract is read; what is wrong with it
 * is in `loaded.problems`.
 */
export type Source = { readonly name: string; readonly pointer: string; readonly location: Location } & (
  | { readonly kind: 'openapi'; readonly loaded: Loaded }
  | { readonly kind: 'arazzo' | 'asyncapi' }
);

/** What was read: every document that the given ones lead to, and the files that could not be read. */
export interface Library {
  readonly documents: ReadonlyMap<Location, ArazzoDocument>;
  readonly problems: readonly Problem[];
}

/** Reads checklists and, from there, every other checklist and contract they name; each once. */
export async function readDocuments(files: readonly Location[]): Promise<Library> {
  const documents = new Map<Location, ArazzoDocument>();
  const problems: Problem[] = [];
  const contracts = contractCache();
  const seen = new Set<Location>();
  let wanted = files.map(normaliseLocation);
  while (wanted.length > 0) {
    const fresh = [...new Set(wanted)].filter((file) => !seen.has(file));
    for (const file of fresh) seen.add(file);
    const read = await Promise.all(fresh.map((file) => readDocument(file, contracts)));
    for (const { document, problems: found } of read) {
      problems.push(...found);
      if (document) documents.set(document.file, document);
    }
    wanted = read.flatMap(({ document }) => (document ? otherChecklists(document) : []));
  }
  return { documents, problems };
}

function otherChecklists({ sources }: ArazzoDocument): Location[] {
  return [...sources.values()].filter(({ kind }) => kind === 'arazzo').map(({ location }) => location);
}

type LoadContract = (location: Location, id: string) => Promise<Loaded>;

/** The same document under the same name is loaded once, however many checklists use it. */
function contractCache(): LoadContract {
  const cache = new Map<string, Promise<Loaded>>();
  return (location, id) => {
    const key = `${id} ${location}`;
    const known = cache.get(key) ?? load(location, id);
    cache.set(key, known);
    return known;
  };
}

async function load(location: Location, id: string): Promise<Loaded> {
  const { loadContract } = await import('../../contract/load.ts');
  return loadContract(location, { id });
}

interface Read {
  readonly document: ArazzoDocument | undefined;
  readonly problems: readonly Problem[];
}

async function readDocument(file: Location, contracts: LoadContract): Promise<Read> {
  const source = await readSource(file);
  if ('failure' in source)
    return { document: undefined, problems: [{ message: source.failure, severity: 'error' }] };
  const { value, problems } = await parseText(source.text, file);
  if (value === undefined) return { document: undefined, problems };
  if (!isObject(value) || typeof value.arazzo !== 'string') {
    const begin = isObject(value) && ('openapi' in value || 'swagger' in value);
    const hint = begin ? `; it is a contract, sverka init ${file} makes a checklist for it` : '';
    const message = `this is not a checklist: an Arazzo document begins with "arazzo: 1.0.1"${hint}`;
    const position = { file, line: 1, column: 1 };
    return { document: undefined, problems: [...problems, { message, position, severity: 'error' }] };
  }
  const sources = await readSources(value, file, contracts);
  return { document: { file, text: source.text, root: value, sources }, problems };
}

async function readSources(
  root: JsonObject,
  file: Location,
  contracts: LoadContract,
): Promise<ReadonlyMap<string, Source>> {
  const base = baseLocation(root, file);
  const entries = list(root.sourceDescriptions).map(async (item, index): Promise<Source | undefined> => {
    const { name, url, type } = object(item);
    if (typeof name !== 'string' || typeof url !== 'string') return undefined;
    const common = {
      name,
      pointer: `/sourceDescriptions/${index}/url`,
      location: resolveLocation(base, url),
    };
    if (text(type) === 'arazzo' || (type === undefined && /arazzo/i.test(url)))
      return { ...common, kind: 'arazzo' };
    if (type === 'asyncapi') return { ...common, kind: 'asyncapi' };
    return { ...common, kind: 'openapi', loaded: await contracts(common.location, name) };
  });
  const sources = (await Promise.all(entries)).filter((source) => source !== undefined);
  return new Map(sources.map((source) => [source.name, source]));
}

/**
 * The base for relative references. `$self` (Arazzo 1.1.0 "Establishing the Base URI") names an identity, which is
 * rarely a place to read from, so an absolute one is not followed: files beside the checklist are found beside it.
 */
function baseLocation(root: JsonObject, file: Location): Location {
  const self = text(root.$self);
  return self === undefined || /^[a-z][a-z0-9+.-]*:/i.test(self) ? file : resolveLocation(file, self);
}
