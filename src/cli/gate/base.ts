import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CommandFailure, type Context } from '../context.ts';

/** A revision that contracts are compared with, and the files it has below the configuration's folder. */
export interface Base {
  readonly revision: string;
  readonly files: ReadonlySet<string>;
}

/**
 * The revision that was named, else the one a pull or merge request goes into, else the commit before this one. A named
 * one that does not exist is a CommandFailure; without any there is nothing to compare with.
 */
export async function findBase(
  named: string | undefined,
  folder: string,
  { env }: Context,
): Promise<Base | undefined> {
  const wanted = named?.replace(/^git:/, '') ?? ofPullRequest(env);
  const revision = wanted ?? 'HEAD~1';
  const files = await filesAt(revision, folder);
  if (files) return { revision, files };
  if (wanted === undefined) return undefined;
  throw new CommandFailure(
    `there is no revision ${wanted}`,
    'A shallow clone has no history: fetch it (actions/checkout with fetch-depth: 0; GIT_DEPTH: 0), or name another --base.',
  );
}

function ofPullRequest(env: Context['env']): string | undefined {
  if (env.GITHUB_BASE_REF) return `origin/${env.GITHUB_BASE_REF}`;
  return env.CI_MERGE_REQUEST_DIFF_BASE_SHA || undefined;
}

async function filesAt(revision: string, folder: string): Promise<ReadonlySet<string> | undefined> {
  if (revision.startsWith('-')) return undefined;
  try {
    const { stdout } = await promisify(execFile)(
      'git',
      ['-C', folder, 'ls-tree', '-r', '-z', '--name-only', revision],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    return new Set(stdout.split('\0').filter((file) => file !== ''));
  } catch {
    return undefined;
  }
}
