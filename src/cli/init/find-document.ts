import { glob } from 'node:fs/promises';
import { CommandFailure } from '../context.ts';

/** Where an OpenAPI document usually stands, the likeliest first. */
const usual = [
  '{openapi,swagger,api}.{yaml,yml,json}',
  '{spec,docs,api,openapi}/{openapi,swagger,api}.{yaml,yml,json}',
  '{spec,openapi}/*.{yaml,yml,json}',
];

/** The OpenAPI document of a folder, relative to it. None, or several that are as likely, is a CommandFailure. */
export async function findDocument(folder: string): Promise<string> {
  for (const pattern of usual) {
    const found = (await Array.fromAsync(glob(pattern, { cwd: folder }))).sort();
    const [first, second] = found;
    if (first === undefined) continue;
    if (second === undefined) return first;
    throw new CommandFailure(
      `there are several documents: ${found.join(', ')}`,
      `Name those that you mean: sverka init ${found.join(' ')}`,
    );
  }
  throw new CommandFailure(`there is no OpenAPI document in ${folder}`, 'Name it: sverka init api.yaml');
}
