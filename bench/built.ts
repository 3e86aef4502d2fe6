import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');

/** The package as users install it: built code, no sources beside it. */
export interface Built {
  /** The path of its `bin/sverka.mjs`. */
  readonly launcher: string;
  remove(): Promise<void>;
}

/** Builds the package and puts what npm would publish into a folder of its own, with our node_modules/. */
export async function build(): Promise<Built> {
  await promisify(execFile)(process.execPath, [join(root, 'build.mjs')]);
  const folder = await mkdtemp(join(tmpdir(), 'sverka-bench-'));
  for (const path of ['bin', 'dist', 'package.json'])
    await cp(join(root, path), join(folder, path), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { launcher: join(folder, 'bin/sverka.mjs'), remove: () => rm(folder, { recursive: true }) };
}
