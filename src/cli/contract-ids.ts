import { defaultId, gitParts } from '../contract/source/location.ts';

/**
 * An id for each document: the name of its file; of several of one name that of its folder (`orders/openapi.yaml` is
 * `orders`), and where those are one as well, numbered.
 */
export function contractIds(sources: readonly string[]): readonly string[] {
  const files = sources.map(defaultId);
  const folders = sources.map((source, at) => folderOf(source) ?? files[at] ?? source);
  const isTwice = (id: string, ids: readonly string[]): boolean => ids.indexOf(id) !== ids.lastIndexOf(id);
  return numbered(files.map((id, at) => (isTwice(id, files) ? (folders[at] ?? id) : id)));
}

/** The name of the folder that a document stands in, where it is said. */
function folderOf(source: string): string | undefined {
  const path = URL.parse(source)?.pathname ?? gitParts(source)?.path ?? source;
  const folder = path.split(/[/\\]/).at(-2);
  return folder === '' || folder === '.' || folder === '..' ? undefined : folder;
}

function numbered(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    let count = 1;
    let free = id;
    while (taken.has(free)) free = `${id}-${++count}`;
    taken.add(free);
    return free;
  });
}
