import { readFile } from 'node:fs/promises';
import { object, text } from '../../contract/document/members.ts';
import type { JsonObject } from '../../contract/json.ts';
import { parseText } from '../../contract/source/parse-text.ts';
import { CommandFailure, type Context } from '../context.ts';
import { expectGit, fetchHistory, git } from '../git.ts';

/** A revision that contracts are compared with, and the files it has below the configuration's folder. */
export interface Base {
  readonly revision: string;
  /** As people know it: `origin/main`. */
  readonly asked: string;
  readonly files: ReadonlySet<string>;
  /** What files are called now → what they were called there. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * The revision that was named, else the one a pull or merge request goes into, else the one a push went on from, else the
 * commit before this one. Of a branch the commit where this one left it: what others merged there meanwhile is no change of
 * ours. A revision that does not exist is a CommandFailure; at the first commit of all there is nothing to compare with.
 */
export async function findBase(
  named: string | undefined,
  folder: string,
  { env }: Context,
): Promise<Base | undefined> {
  await expectGit(folder);
  const wanted = named?.replace(/^git:/, '') ?? ofPullRequest(env) ?? (await ofQueue(env));
  const asked = wanted ?? (await beforePush(folder, env)) ?? 'HEAD~1';
  const revision = (await whereWeLeft(asked, folder)) ?? asked;
  const files = asked.startsWith('-') ? undefined : await filesAt(revision, folder);
  if (files) return { revision, asked, files, renamed: await renamedSince(revision, folder) };
  if (wanted === undefined && !(await isShallow(folder))) return undefined;
  throw new CommandFailure(`there is no revision ${asked}`, `${fetchHistory}, or name another --base.`);
}

async function isShallow(folder: string): Promise<boolean> {
  const [answer] = (await git(folder, ['rev-parse', '--is-shallow-repository'])) ?? [];
  return answer?.trim() === 'true';
}

/** Tags and commits mean themselves; a branch goes on. */
async function whereWeLeft(revision: string, folder: string): Promise<string | undefined> {
  const [name] = (await git(folder, ['rev-parse', '--symbolic-full-name', revision])) ?? [];
  if (!/^refs\/(heads|remotes)\//.test(name ?? '')) return undefined;
  const [commit] = (await git(folder, ['merge-base', 'HEAD', revision])) ?? [];
  return commit?.trim();
}

function ofPullRequest(env: Context['env']): string | undefined {
  if (env.GITHUB_BASE_REF) return `origin/${env.GITHUB_BASE_REF}`;
  // A pipeline of merged results stands on the target branch as it is now, with what others merged.
  return env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA || env.CI_MERGE_REQUEST_DIFF_BASE_SHA || undefined;
}

/** What a merge queue of GitHub builds upon. */
async function ofQueue(env: Context['env']): Promise<string | undefined> {
  return text(object((await eventOf(env)).merge_group).base_sha);
}

/** The commit that a push moved the branch on from; undefined where nobody has it: a new branch, history rewritten. */
async function beforePush(folder: string, env: Context['env']): Promise<string | undefined> {
  const before = text((await eventOf(env)).before) ?? env.CI_COMMIT_BEFORE_SHA;
  if (before === undefined || !/^[0-9a-f]{7,64}$/.test(before)) return undefined;
  return (await git(folder, ['cat-file', '-e', `${before}^{commit}`])) && before;
}

/** What made GitHub Actions run; nothing elsewhere. */
async function eventOf({ GITHUB_EVENT_PATH: file }: Context['env']): Promise<JsonObject> {
  const content = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  const { value } = content === undefined ? {} : await parseText(content, 'event.json');
  return object(value);
}

async function filesAt(revision: string, folder: string): Promise<ReadonlySet<string> | undefined> {
  const names = await git(folder, ['ls-tree', '-r', '-z', '--name-only', revision]);
  return names && new Set(names);
}

/** As git sees it: a file that is gone and a new one that is much like it. */
async function renamedSince(revision: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const renames = ['--find-renames', '--diff-filter=R', '--name-status', '--relative', '-z'];
  const words = (await git(folder, ['diff', ...renames, revision])) ?? [];
  // Each is three: `R097`, the old name, the new one.
  return new Map(
    words.flatMap((fresh, at) => (at % 3 === 2 ? [[fresh, words[at - 1] ?? fresh] as const] : [])),
  );
}
