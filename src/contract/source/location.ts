import { dirname, isAbsolute, join, normalize, parse, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { percentDecoded } from '../percent.ts';
import { isUrl } from './is-url.ts';

/**
 * Where a document is: a file path, an `http(s)` URL, or `git:REV:path` (a file as it was at a revision).
 * Relative paths stay relative, so that messages show what the user typed.
 */
export type Location = string;

export { isUrl };

/** `git:main:spec/a.yaml` → revision and path; undefined for anything else. */
export function gitParts(
  location: Location,
): { readonly revision: string; readonly path: string } | undefined {
  const match = /^git:([^:]+):(.+)$/.exec(location);
  return match?.[1] && match[2] ? { revision: match[1], path: match[2] } : undefined;
}

/** What a user typed, in the one form that is compared: `./a.yaml` and `a.yaml` are the same file. */
export function normaliseLocation(typed: string): Location {
  if (isUrl(typed)) return URL.canParse(typed) ? new URL(typed).href : typed;
  const git = gitParts(typed);
  if (git) return `git:${git.revision}:${posix.normalize(git.path)}`;
  return normalize(typed.startsWith('file://') ? filePath(typed) : typed);
}

/** A `file:` URL of this machine as a path; another machine's stays, and is not found. */
function filePath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}

/** The document a reference without its fragment means, seen from the document that holds it (RFC 3986 section 5). */
export function resolveLocation(base: Location, reference: string): Location {
  if (reference === '') return base;
  if (isUrl(reference) || reference.startsWith('file://')) return normaliseLocation(reference);
  if (isUrl(base)) return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
  const path = percentDecoded(reference);
  const git = gitParts(base);
  if (git) return `git:${git.revision}:${posix.join(posix.dirname(git.path), path)}`;
  return isAbsolute(path) ? path : join(dirname(base), path);
}

/** An absolute location, `:line:column` behind it or not, as people in a folder read it: relative where it is below. */
export function seenFrom(folder: string, location: Location): Location {
  const git = gitParts(location);
  if (git) return `git:${git.revision}:${seenFrom(folder, git.path)}`;
  if (!isAbsolute(location)) return location;
  const path = relative(folder, location);
  return path.startsWith('..') ? location : path;
}

/** The id of a contract that was given none: the file name without its extension, or a URL's host where it has no file. */
export function defaultId(location: Location): string {
  if (isUrl(location)) {
    const url = new URL(location);
    return parse(url.pathname).name || url.hostname;
  }
  return parse(gitParts(location)?.path ?? location).name;
}
