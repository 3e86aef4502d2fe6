import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CommandFailure } from './context.ts';

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

/**
 * A CommandFailure where git is missing or will not look at a folder: an image without it, a checkout that belongs to
 * another user. No repository at all is no failure.
 */
export async function expectGit(folder: string): Promise<void> {
  const trouble: unknown = await promisify(execFile)('git', ['-C', folder, 'rev-parse', '--git-dir']).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (trouble === undefined || !(trouble instanceof Error)) return;
  if ('code' in trouble && trouble.code === 'ENOENT')
    throw new CommandFailure(
      'git is not installed here',
      'Install it: apt-get install -y git, or apk add git.',
    );
  if (trouble.message.includes('dubious ownership'))
    throw new CommandFailure(
      'git does not trust this folder: it belongs to another user',
      'Say that it is yours: git config --global --add safe.directory "$PWD".',
    );
}
