import type { Domain } from '../domain.ts';
import type { Dialect } from './dialect.ts';
import type { UntypedHandlers } from './handlers.ts';

/**
 * One contract as this server keeps it.
 *
 * @example
 * export const usersV1: ContractModule = {
 *   id: 'users-v1',
 *   log: 'users',
 *   dialect: accountsDialect,
 *   handlers: ({ accounts }): Handlers<operations> => ({ … }),
 * };
 */
export interface ContractModule {
  /** The document is `spec/{id}.yaml`. */
  readonly id: string;
  /** Name of its log file without `.log`. */
  readonly log: string;
  readonly dialect: Dialect;
  /** Served only by a server that was started for testing. */
  readonly onlyForTesting?: true;
  /** Only the operations with this tag are this server's; unless said, all of the document. */
  readonly tag?: string;
  /** Declare the result as `Handlers<operations>` of the generated types: that is what the compiler checks by. */
  handlers(domain: Domain): UntypedHandlers;
}
