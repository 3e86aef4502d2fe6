import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/contract/json.ts';
import { loadContract } from '../../../src/contract/load.ts';
import type { Contract } from '../../../src/contract/types.ts';
import type { ChangeFinding } from '../../../src/gate/diff/types.ts';
import { type DiffOptions, diffContracts } from '../../../src/gate/diff.ts';

const today = '2026-06-01';

/** Loads documents that a test wrote down. */
export async function contractsOf<T extends readonly JsonObject[]>(...documents: T): Promise<Contract[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sverka-diff-'));
  try {
    return await Promise.all(
      documents.map(async (document, index) => {
        const file = join(folder, `api-${index}.json`);
        await writeFile(file, JSON.stringify(document));
        const { contract } = await loadContract(file);
        if (!contract) throw new Error('the document cannot be loaded');
        return contract;
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function diffOf(
  old: JsonObject,
  fresh: JsonObject,
  options: Partial<DiffOptions> = {},
): Promise<readonly ChangeFinding[]> {
  const [before, after] = await contractsOf(old, versioned(fresh));
  if (!before || !after) throw new Error('two documents were asked for');
  return diffContracts(before, after, { today, ...options });
}

/** The new document is a new version, unless it says otherwise: who breaks clients is told when it is none. */
const versioned = (document: JsonObject): JsonObject =>
  document.info === info ? { ...document, info: { ...info, version: '2' } } : document;

export const info: JsonObject = { title: 'Things', version: '1' };

/** A document with one operation. */
export const api = (operation: JsonObject, components: JsonObject = {}): JsonObject => ({
  openapi: '3.1.0',
  info,
  paths: { '/things': { post: { responses: { 200: { description: 'Done.' } }, ...operation } } },
  components,
});

const json = (schema: JsonObject | boolean): JsonObject => ({ 'application/json': { schema } });

export const sends = (schema: JsonObject | boolean, components?: JsonObject): JsonObject =>
  api({ requestBody: { required: true, content: json(schema) } }, components);

export const answers = (schema: JsonObject | boolean, components?: JsonObject): JsonObject =>
  api({ responses: { 200: { description: 'Done.', content: json(schema) } } }, components);

/** `error request-body-…`, one line a finding. */
export const told = (findings: readonly ChangeFinding[]): readonly string[] =>
  findings.map(({ level, id }) => `${level} ${id}`);
