import { checklistName } from '../../checklist/checklist-name.ts';
import { isObject } from '../../contract/json.ts';
import { loadContract } from '../../contract/load.ts';
import { parseText } from '../../contract/source/parse-text.ts';
import { readSource } from '../../contract/source/read-source.ts';
import type { NamedDocument } from '../../gate/trace/sources.ts';
import { type Trace, traceStatements } from '../../gate/trace.ts';
import { CommandFailure } from '../context.ts';
import { contractIds } from '../contract-ids.ts';

/** Reads contracts and checklists and holds their sources against each other. */
export async function readTrace(
  contractFiles: readonly string[],
  checklistFiles: readonly string[],
): Promise<Trace> {
  const ids = contractIds(contractFiles);
  const [contracts, checklists] = await Promise.all([
    Promise.all(contractFiles.map((file, at) => readContract(file, ids[at]))),
    Promise.all(checklistFiles.map(readChecklist)),
  ]);
  return traceStatements(contracts, checklists);
}

async function readContract(file: string, id: string | undefined): Promise<NamedDocument> {
  const { contract, problems } = await loadContract(file, id === undefined ? {} : { id });
  if (!contract) throw new CommandFailure(problems[0]?.message ?? `cannot read ${file}`);
  return contract;
}

/** One checklist as it is written. */
export async function readChecklist(file: string): Promise<NamedDocument> {
  const read = await readSource(file);
  if ('failure' in read) throw new CommandFailure(read.failure);
  const { value, problems } = await parseText(read.text, file);
  if (!isObject(value)) throw new CommandFailure(problems[0]?.message ?? `${file} is no Arazzo document`);
  return { id: checklistName(file), document: value };
}
