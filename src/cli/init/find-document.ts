import { glob, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandFailure } from '../context.ts';

/** Where an OpenAPI document usually stands, the likeliest first. */
const usual = [
  '{openapi,swagger,api}.{yaml,yml,json}',
  '{spec,docs,api,openapi}/{openapi,swagger,api}.{yaml,yml,json}',
  '{spec,docs,api,openapi}/*.{yaml,yml,json}',
];

/** The OpenAPI document of a folder, relative to it. None, or several that are as likely, is a CommandFailure. */
export async function findDocument(folder: string): Promise<string> {
  const found = await likelyDocuments(folder);
  const [first, second] = found;
  if (first === undefined) {
    const below = await documentsBelow(folder);
    const names = below.length > 0 ? below.join(' ') : 'api.yaml';
    const hint = below.length > 1 ? 'Name those that you mean' : 'Name it';
    throw new CommandFailure(`there is no OpenAPI document in ${folder}`, `${hint}: sverka init ${names}`);
  }
  if (second === undefined) return first;
  throw new CommandFailure(
    `there are several documents: ${found.join(', ')}`,
    `Name those that you mean: sverka init ${found.join(' ')}`,
  );
}

/** The OpenAPI documents in the likeliest place of a folder, relative to it; empty where there is none in any. */
export async function likelyDocuments(folder: string): Promise<readonly string[]> {
  for (const pattern of usual) {
    const found = await documentsAmong(await Array.fromAsync(glob(pattern, { cwd: folder })), folder);
    if (found.length > 0) return found;
  }
  return [];
}

/** Those of the services of a repository, each in a folder of its own. */
async function documentsBelow(folder: string): Promise<readonly string[]> {
  const pattern = '{*,*/*,*/*/*}/{openapi,swagger}.{yaml,yml,json}';
  const exclude = (name: string) => /(^|[\\/])(node_modules|dist|\.[^\\/]+)$/.test(name);
  return documentsAmong(await Array.fromAsync(glob(pattern, { cwd: folder, exclude })), folder);
}

/** Pieces that documents share, and other files of the folder, do not say which version of OpenAPI they are. */
async function documentsAmong(files: readonly string[], folder: string): Promise<readonly string[]> {
  const texts = await Promise.all(
    files.toSorted().map(async (file) => ({ file, text: await readFile(resolve(folder, file), 'utf8') })),
  );
  return texts
    .filter(({ text }) => /^[\s{]*["']?(?:openapi|swagger)["']?\s*:/m.test(text))
    .map(({ file }) => file);
}
