import type fc from 'fast-check';
import type { RawHttp } from '../../../support/raw-http.ts';
import type { Allowed } from './judge-answer.ts';
import type { ValidRequest } from './valid-request.ts';

/** One way to spoil a request. */
export interface Kind {
  /** Kebab-case, what is done to the request: `wrong-type`. */
  readonly id: string;
  /** Tries for each operation in a run; the usual number unless said. */
  readonly tries?: number;
  /** Spoiled forms of a valid request; undefined where this request cannot be spoiled in this way. */
  spoil(valid: ValidRequest): fc.Arbitrary<Spoiled> | undefined;
}

/** A spoiled request and what may come of it. */
export type Spoiled = RawHttp & Allowed;

/** Must be refused. */
export const refused = { refused: true, hopeless: false } as const;

/** May still be valid, or harmless. */
export const open = { refused: false, hopeless: false } as const;
