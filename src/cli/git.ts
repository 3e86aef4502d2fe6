import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What git says in a folder, between its NULs; undefined where it does not know. */
export async function git(folder: string, words: readonly string[]): Promise<readonly string[] | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, ...words], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.split('\0').filter((word) => word !== '');
  } catch {
    return undefined;
  }
}

/** What to do about a revision that is not there. */
export const fetchHistory =
  'A shallow clone has no history: fetch it (actions/checkout with fetch-depth: 0; GIT_DEPTH: 0)';
