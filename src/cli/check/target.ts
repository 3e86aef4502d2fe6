import type { Target } from '../../checklist/run-checks.ts';
import type { Contract } from '../../contract/types.ts';
import { CommandFailure } from '../context.ts';

/**
 * Reads `--target` values: `URL` (every contract under `/{contract id}`, or the URL itself when there is only one
 * contract), `contract=URL` (repeatable), `documented` (each contract's first `servers` entry).
 */
export function parseTarget(values: readonly string[], contracts: readonly Contract[]): Target {
  const only = contracts.length === 1 ? contracts[0] : undefined;
  let fallback: Target['baseUrl'] = () => undefined;
  const own = new Map<string, string>();
  for (const value of values) {
    const assignment = /^([\w.-]+)=(.+)$/s.exec(value);
    if (value === 'documented') {
      const documented = new Map(contracts.map((contract) => [contract.id, contract.servers[0]]));
      fallback = (id) => trimSlash(documented.get(id));
    } else if (assignment?.[1] && assignment[2]) {
      known(assignment[1], contracts);
      own.set(assignment[1], baseUrl(assignment[2]));
    } else {
      const base = baseUrl(value);
      fallback = (id) => (only ? base : `${base}/${id}`);
    }
  }
  return { name: values.join(', '), baseUrl: (id) => own.get(id) ?? fallback(id) };
}

function baseUrl(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new CommandFailure(
      `--target ${text} is no http(s) URL`,
      'Write --target http://localhost:8000, --target auth-v1=http://localhost:8001/api/v1/auth, or --target documented.',
    );
  }
  return url.href.replace(/\/$/, '');
}

function known(id: string, contracts: readonly Contract[]): void {
  if (contracts.some((contract) => contract.id === id)) return;
  const ids = contracts.map((contract) => contract.id).join(', ');
  throw new CommandFailure(
    `--target names the contract "${id}", which no checklist uses`,
    `Contracts in use: ${ids}.`,
  );
}

function trimSlash(url: string | undefined): string | undefined {
  return url?.replace(/\/$/, '');
}
