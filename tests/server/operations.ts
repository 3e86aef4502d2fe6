import type { Json } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract, Operation } from '../../src/contract/types.ts';

/** One operation of a contract, with a request to begin from. */
export interface Sample {
  /** `POST auth-v1/login` */
  readonly name: string;
  readonly contract: string;
  readonly operation: Operation;
  /** First example of its JSON body; undefined where it takes none. */
  readonly body: Json | undefined;
}

const ids = [
  'auth-v1',
  'users-v1',
  'webhook-2can',
  'visitor-auth',
  'user-management',
  'auth-v2',
  'event-messenger',
];

/** Every operation of the seven contracts. */
export async function loadSamples(): Promise<Sample[]> {
  const loaded = await Promise.all(ids.map((id) => loadContract(`spec/${id}.yaml`, { id })));
  return loaded.flatMap(({ contract }) => (contract ? samplesOf(contract) : []));
}

function samplesOf(contract: Contract): Sample[] {
  return contract.operations.map((operation) => {
    const json = operation.requestBody?.content.get('application/json');
    const [example] = json?.examples.values() ?? [];
    return {
      name: `${operation.method} ${contract.id}${operation.path}`,
      contract: contract.id,
      operation,
      body: example?.value,
    };
  });
}

/** The path below the server, parameters filled in by name, as they are. */
export function pathOf({ contract, operation }: Sample, fill: (parameter: string) => string): string {
  return contract + operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) => fill(name));
}
