import { findNode } from '../contract/document/find-node.ts';
import type { Contract } from '../contract/types.ts';
import type { CheckEvidence } from '../evidence/types.ts';

/** One documented answer of one operation. */
export interface Outcome {
  /** `auth-v1.login`, as exchanges name operations. */
  readonly operation: string;
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  /** `POST /login`. */
  readonly call: string;
  /** Of the operation. */
  readonly tags: readonly string[];
  readonly contract: Contract;
  /** JSON Pointer to the response. */
  readonly pointer: string;
}

export interface Coverage {
  readonly documented: number;
  readonly missing: readonly Outcome[];
}

/** Holds the answers that contracts document against the answers that were seen. */
export async function measureCoverage(
  contracts: readonly Contract[],
  checks: AsyncIterable<Pick<CheckEvidence, 'exchanges'>>,
): Promise<Coverage> {
  const seen = new Map<string, Set<number>>();
  for await (const { exchanges } of checks) {
    for (const { operation, response } of exchanges) {
      if (!response) continue;
      const statuses = seen.get(operation) ?? new Set();
      seen.set(operation, statuses.add(response.status));
    }
  }
  const outcomes = contracts.flatMap(outcomesOf);
  return {
    documented: outcomes.length,
    missing: outcomes.filter(
      (outcome) => !isSeen(outcome, outcomes, seen.get(outcome.operation) ?? new Set()),
    ),
  };
}

function outcomesOf(contract: Contract): readonly Outcome[] {
  return contract.operations.flatMap(({ id, method, path, pointer, responses, tags }) =>
    [...responses.keys()].map((status) => ({
      operation: `${contract.id}.${id}`,
      status,
      call: `${method} ${path}`,
      tags,
      contract,
      pointer: `${findNode(contract.document, pointer)?.pointer ?? pointer}/responses/${status}`,
    })),
  );
}

/** A range is seen with any of its statuses, `default` with any that stands nowhere else. */
function isSeen({ operation, status }: Outcome, all: readonly Outcome[], seen: ReadonlySet<number>): boolean {
  if (/^\d{3}$/.test(status)) return seen.has(Number(status));
  const named = new Set(all.filter((other) => other.operation === operation).map((other) => other.status));
  const others = [...seen].filter((each) => !named.has(String(each)));
  if (status === 'default') return others.some((each) => !named.has(`${String(each)[0]}XX`));
  return others.some((each) => String(each)[0] === status[0]);
}
