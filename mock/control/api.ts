import { randomUUID } from 'node:crypto';
import { formatProblem } from '../../src/contract/finding.ts';
import { loadContract } from '../../src/contract/load.ts';
import { createRouter } from '../../src/contract/router.ts';
import type { Contract, Operation, RawRequest, Violation } from '../../src/contract/types.ts';
import { validateRequest } from '../../src/contract/validate-request.ts';
import { ownFile } from '../../src/node/own-file.ts';
import { sentRequestId } from '../ask/request-id.ts';
import { sessionOf } from '../ask/session.ts';
import type { Control } from './control.ts';
import { type ControlCall, type ControlReply, handlers } from './handlers.ts';

/** An answer of the control API as it goes out. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** The control API as a function. `watch` means that the caller is to send the events of this session. */
export type Api = (request: RawRequest) => Promise<ApiResponse | 'watch'>;

/** Operations that may name a session nobody opened: forcing a response prepares for its requests. */
const opening = new Set(['forceResponse']);

/** The operations of `spec/control.yaml` over what `control` knows. The document is read when the first request comes. */
export function createApi(control: Control): Api {
  let ready: Promise<Ready> | undefined;
  return async (request) => {
    ready ??= getReady();
    const answer = await answerBy(await ready, control, request);
    return answer === 'watch' ? answer : dress(answer, request);
  };
}

interface Ready {
  readonly contract: Contract;
  readonly route: ReturnType<typeof createRouter>;
}

async function getReady(): Promise<Ready> {
  const { contract, problems } = await loadContract(ownFile('spec/control.yaml'));
  if (contract === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  return { contract, route: createRouter(contract) };
}

async function answerBy(
  { contract, route }: Ready,
  control: Control,
  raw: RawRequest,
): Promise<ControlReply | 'watch'> {
  const routed = route(raw.method, raw.path);
  if (routed.kind === 'no-path') return refuse(404, `the control API has no ${raw.path}`);
  if (routed.kind === 'no-method') {
    const allow = routed.allow.join(', ');
    return { ...refuse(405, `${raw.path} allows ${allow}`), headers: { allow } };
  }
  const { operation } = routed;
  if (operation.id === 'watchRequests') return 'watch';
  const { violations, request } = validateRequest(contract, operation, raw, routed.pathParameters);
  const faults = violations.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return refuse(422, faults.map(worded).join('; '));
  const session = sessionOf(raw.headers);
  if (!opening.has(operation.id) && !control.sessions.isOpen(session))
    return refuse(404, `no session "${session}" is open`);
  return handle(operation, { request, raw, session, control });
}

async function handle({ id }: Operation, call: ControlCall): Promise<ControlReply> {
  const handler = handlers[id];
  return handler === undefined ? refuse(404, `this mock has no operation ${id}`) : handler(call);
}

function worded({ in: where, path, message }: Violation): string {
  // A media type that is not taken has no place, and its message says what it is.
  return where === 'content-type' ? message : `${[where, ...path].join('.')} ${message}`;
}

function refuse(status: number, message: string): ControlReply {
  return { status, body: { message } };
}

/** The id a request brings, where it is one; else a new one. */
export function requestIdOf(headers: Readonly<Record<string, unknown>>): string {
  return sentRequestId(headers) ?? randomUUID();
}

function dress({ status, headers, body }: ControlReply, request: RawRequest): ApiResponse {
  return {
    status,
    headers: {
      ...headers,
      'x-request-id': requestIdOf(request.headers),
      'cache-control': 'no-store',
      ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}
