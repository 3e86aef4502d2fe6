import type { Contract } from '../../src/contract/types.ts';

/** The same function, asked once for each part of a contract: documents do not change between two requests. */
export function once<Part extends object, Answer>(
  make: (contract: Contract, part: Part) => Answer,
): (contract: Contract, part: Part) => Answer {
  const contracts = new WeakMap<Contract, WeakMap<Part, { readonly answer: Answer }>>();
  return (contract, part) => {
    const known = contracts.get(contract) ?? new WeakMap<Part, { readonly answer: Answer }>();
    contracts.set(contract, known);
    const made = known.get(part) ?? { answer: make(contract, part) };
    known.set(part, made);
    return made.answer;
  };
}
