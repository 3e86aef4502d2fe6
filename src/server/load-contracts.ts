import { formatProblem } from '../contract/finding.ts';
import { loadContract } from '../contract/load.ts';
import type { Contract } from '../contract/types.ts';
import { ownFile } from '../node/own-file.ts';
import type { ContractModule } from './contracts/contract-module.ts';
import { StartError } from './start-error.ts';

/** A module and its document. */
export interface LoadedModule {
  readonly module: ContractModule;
  readonly contract: Contract;
}

/** Loads the document of each module. Throws StartError `bad-document` with what is wrong and where. */
export function loadContracts(modules: readonly ContractModule[]): Promise<readonly LoadedModule[]> {
  return Promise.all(
    modules.map(async (module) => {
      const contract = await load(module.id);
      return { module, contract: module.tag === undefined ? contract : withTag(contract, module.tag) };
    }),
  );
}

function withTag(contract: Contract, tag: string): Contract {
  return { ...contract, operations: contract.operations.filter(({ tags }) => tags.includes(tag)) };
}

async function load(id: string): Promise<Contract> {
  const { contract, problems } = await loadContract(ownFile(`spec/${id}.yaml`), { id });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (contract && errors.length === 0) return contract;
  throw new StartError('bad-document', errors.map(formatProblem).join('\n'));
}
