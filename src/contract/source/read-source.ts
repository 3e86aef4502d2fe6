import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import { promisify } from 'node:util';
import { gitParts, isUrl, type Location } from './location.ts';

/** The text of a document and where it really was (a redirect moves it), or one sentence saying why there is none. */
export type SourceText =
  | { readonly location: Location; readonly text: string }
  | { readonly failure: string };

const timeoutMs = 30_000;

/** Reads a file, a URL, or a file as it was at a git revision. Never throws for what the world does. */
export async function readSource(location: Location): Promise<SourceText> {
  if (isUrl(location)) return readUrl(location);
  const git = gitParts(location);
  return git ? readRevision(location, git.revision, git.path) : readPath(location);
}

async function readPath(path: Location): Promise<SourceText> {
  try {
    return readable(path, path, await readFile(path, 'utf8'));
  } catch (error) {
    return { failure: `cannot read ${path}: ${fileTrouble(error)}` };
  }
}

const fileTroubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, a document is expected',
  EACCES: 'permission denied',
};

function fileTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return fileTroubles[code] ?? describe(error);
}

async function readUrl(url: Location): Promise<SourceText> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json, application/yaml, */*;q=0.5' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return { failure: `cannot read ${url}: it answered ${response.status}` };
    return readable(url, response.url || url, await response.text());
  } catch (error) {
    return { failure: `cannot read ${url}: ${describe(error)}` };
  }
}

async function readRevision(location: Location, revision: string, path: string): Promise<SourceText> {
  if (revision.startsWith('-'))
    return { failure: `cannot read ${location}: "${revision}" is no git revision` };
  const folder = isAbsolute(path) ? existingFolder(dirname(path)) : '.';
  const below = isAbsolute(path) ? relative(folder, path) : path;
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, 'show', `${revision}:./${below}`], {
      maxBuffer: 512 * 1024 * 1024,
    });
    return readable(location, location, stdout);
  } catch (error) {
    return { failure: `cannot read ${location}: ${gitTrouble(error)}` };
  }
}

/** The file may be gone by now, with its folder: git is asked from the nearest one that is left. */
function existingFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingFolder(dirname(folder));
}

function gitTrouble(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return stderr.replace(/^fatal: /, '').split('\n')[0] || describe(error);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause.message || String(error.cause) : '';
  return cause || error.message;
}

/** Text without its byte order mark. In UTF-16, read as UTF-8, every other character of a document is a null. */
function readable(asked: Location, location: Location, text: string): SourceText {
  if (text.slice(0, 4).includes('\0'))
    return {
      failure: `cannot read ${asked}: it is not UTF-8 but UTF-16, or no text at all; save it as UTF-8`,
    };
  return { location, text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
}
