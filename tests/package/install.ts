import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
const packed = z.array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }));

/** A project beside which nothing stands but the packed package and what it says it needs. */
export interface Project {
  readonly folder: string;
  /** Paths inside the package. */
  readonly files: readonly string[];
  close(): Promise<void>;
}

/** Packs this package as `npm publish` would and installs it without the network. `also`: further packages of the project. */
export async function install(also: readonly string[]): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'sverka-packed-'));
  const archive = await pack(folder);
  await finish('tar', ['-xzf', archive.filename], folder);
  await mkdir(join(folder, 'node_modules'));
  await rename(join(folder, 'package'), join(folder, 'node_modules/sverka'));
  const { dependencies } = manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  await Promise.all([...Object.keys(dependencies), ...also].map((name) => link(name, folder)));
  await cp(join(root, 'fixtures/consumers'), folder, { recursive: true });
  return {
    folder,
    files: archive.files.map(({ path }) => path),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function pack(folder: string): Promise<z.infer<typeof packed>[number]> {
  const words = ['pack', '--json', '--foreground-scripts', '--pack-destination', folder];
  const { code, stdout, stderr } = await finish('npm', words, root);
  if (code !== 0) throw new Error(`npm pack failed:\n${stdout}\n${stderr}`);
  // What the build says stands before npm's own list.
  const [archive] = packed.parse(JSON.parse(stdout.slice(stdout.indexOf('[\n'))));
  if (archive === undefined) throw new Error('npm packed nothing');
  return archive;
}

/** Puts a package of ours into the project, as `npm install` would. */
export async function link(name: string, folder: string): Promise<void> {
  const place = join(folder, 'node_modules', name);
  await mkdir(dirname(place), { recursive: true });
  await symlink(join(root, 'node_modules', name), place, 'junction');
}

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node on a file of the project to its end. */
export function runNode({ folder }: Project, words: readonly string[]): Promise<Finished> {
  return finish(process.execPath, words, folder);
}

function finish(program: string, words: readonly string[], cwd: string): Promise<Finished> {
  return new Promise((done) => {
    execFile(program, [...words], { cwd }, (error, stdout, stderr) => {
      const failed = typeof error?.code === 'number' ? error.code : 1;
      done({ code: error === null ? 0 : failed, stdout, stderr });
    });
  });
}
