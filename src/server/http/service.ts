import { createRouter } from '../../contract/router.ts';
import type { Contract, Operation, RawRequest, RouteResult, Violation } from '../../contract/types.ts';
import { validateRequest } from '../../contract/validate-request.ts';
import type { ContractModule } from '../contracts/contract-module.ts';
import type { Dialect } from '../contracts/dialect.ts';
import type { Reply, UntypedHandler } from '../contracts/handlers.ts';
import type { Domain } from '../domain.ts';
import type { ServiceLog } from '../logs/service-log.ts';
import type { RequestCall } from './request-call.ts';

/** A request of a known operation. */
interface Routed {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly raw: RawRequest;
}

/** A contract in service: its document routes and validates, its handlers answer. */
export interface Service {
  readonly contract: Contract;
  readonly dialect: Dialect;
  readonly log: ServiceLog;
  /** A path works with and without a slash at its end. */
  route(method: string, path: string): RouteResult;
  /** Authenticates, validates, handles. Throws DomainErrors and whatever else goes wrong. */
  answer(call: RequestCall, request: Routed): Promise<Reply>;
}

/** JSON that parsers read differently is refused, and so is U+0000, which PostgreSQL cannot keep and SQLite can. */
const reading = { strictJson: true };

/** Throws when the document has an operation without a handler: a mistake to see at start, not at the first request. */
export function createService(
  contract: Contract,
  module: ContractModule,
  domain: Domain,
  log: ServiceLog,
): Service {
  const routePath = createRouter(contract);
  const handlers = bindHandlers(contract, module, domain);
  return {
    contract,
    dialect: module.dialect,
    log,
    route(method, path) {
      const result = routePath(method, path);
      return result.kind === 'no-path' ? routePath(method, otherSlash(path)) : result;
    },
    async answer(call, { operation, pathParameters, raw }) {
      if (operation.security.length > 0)
        call.identify(await domain.sessions.authenticate(call, raw.headers.authorization));
      const { violations, request } = validateRequest(contract, operation, raw, pathParameters, reading);
      const faults = violations.filter(isError);
      if (faults.length === 0) return handlers(operation)(request, call);
      call.log.warn('request does not agree with the contract', { faults: faults.map(describe).join('; ') });
      return module.dialect.invalid(faults, request, contract);
    },
  };
}

function bindHandlers(
  contract: Contract,
  module: ContractModule,
  domain: Domain,
): (operation: Operation) => UntypedHandler {
  const handlers = new Map(Object.entries(module.handlers(domain)));
  const find = (operation: Operation): UntypedHandler => {
    const handler = handlers.get(operation.id);
    if (!handler) throw new Error(`${contract.source}: operation ${operation.id} has no handler`);
    return handler;
  };
  contract.operations.forEach(find);
  return find;
}

function isError(violation: Violation): boolean {
  return violation.severity === 'error';
}

/** Where and which rule, without the value: it may be a password. */
function describe(violation: Violation): string {
  return `${[violation.in, ...violation.path].join('/')} ${violation.keyword}`;
}

function otherSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
}
