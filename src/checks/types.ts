import type { Finding } from '../contract/finding.ts';
import type { Contract, Operation, RawRequest, RawResponse } from '../contract/types.ts';

/** One exchange as checks judge it: unmasked, bodies as bytes, never kept. */
export interface JudgedExchange {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly request: RawRequest;
  readonly response: RawResponse;
}

/** One automatic rule that holds for any exchange of any API: one file, one id, one registry row. */
export interface Check {
  /** Kebab-case, stable: users filter, waive and search by it. */
  readonly id: string;
  /** One English sentence: what it promises. */
  readonly title: string;
  /** No finding means the exchange keeps the promise. Never throws for what a server sent. */
  judge(exchange: JudgedExchange): readonly Finding[];
}
