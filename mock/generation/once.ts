import { memo } from '../../src/contract/memo.ts';
import type { Contract } from '../../src/contract/types.ts';

/** The same function, asked once for each part of a contract: documents do not change between two requests. */
export function once<Part extends object, Answer>(
  make: (contract: Contract, part: Part) => Answer,
): (contract: Contract, part: Part) => Answer {
  const answers = memo((contract: Contract) => memo((part: Part) => ({ answer: make(contract, part) })));
  return (contract, part) => answers(contract)(part).answer;
}
