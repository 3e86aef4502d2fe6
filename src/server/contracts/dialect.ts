import type { Contract, ParsedRequest, Violation } from '../../contract/types.ts';
import type { DomainError } from '../domain-error.ts';
import type { Reply } from './handlers.ts';

/** How one contract words its refusals. */
export interface Dialect {
  /** The request does not agree with the document; there is at least one violation. */
  invalid(violations: readonly Violation[], request: ParsedRequest, contract: Contract): Reply;
  /** A refusal of the domain or of the edge (no such path, body too large, …). Undefined: not foreseen, so 500. */
  word(error: DomainError): Reply | undefined;
}
