import { judge } from '../../../../src/checks/registry.ts';
import type { Contract, Headers, Operation, RawResponse } from '../../../../src/contract/types.ts';
import { validateValue } from '../../../../src/contract/validate-value.ts';
import type { NoAnswer, RawAnswer, RawHttp } from '../../../support/raw-http.ts';
import type { Gap } from '../case.ts';
import { type Routed, routeOf } from '../contracts.ts';

/** What may come of a request. */
export interface Allowed {
  /** It must not succeed. */
  readonly refused: boolean;
  /** HTTP itself may forbid it: then it gets no further than to the edge, which has no dialect. */
  readonly hopeless: boolean;
}

/** Everything that is wrong with an answer to a bad request. */
export function judgeAnswer(
  routed: Routed,
  sent: RawHttp,
  answer: RawAnswer | NoAnswer,
  allowed: Allowed,
): readonly Gap[] {
  if ('reason' in answer) return [{ id: 'no-answer', message: answer.reason }];
  const { status } = answer;
  const gaps: Gap[] = [];
  if (status >= 500) gaps.push({ id: 'server-error', message: `answered ${status}` });
  if (status < 400 && allowed.refused) gaps.push({ id: 'accepted', message: `answered ${status}` });
  if (allowed.hopeless && isFromTheEdge(answer)) return [...gaps, ...findNoRequestId(answer)];
  const { contract } = routed;
  const found = routeOf(routed, sent);
  if (found.kind === 'found') return [...gaps, ...judgeByContract(contract, found.operation, sent, answer)];
  if (found.kind === 'no-method' && answer.headers.allow === undefined)
    gaps.push({ id: 'no-allow', message: `a ${status} does not tell the right methods` });
  return [...gaps, ...findNoRequestId(answer), ...findForeignWords(contract, answer)];
}

function judgeByContract(
  contract: Contract,
  operation: Operation,
  sent: RawHttp,
  response: RawResponse,
): readonly Gap[] {
  const { method, target } = sent;
  const request = { method, path: target, query: '', headers: toHeaders(sent), body: sent.body };
  return judge({ contract, operation, request, response });
}

/** Several values of one name joined, as RFC 9110 says in section 5.3. */
function toHeaders({ headers }: RawHttp): Headers {
  const byName = Map.groupBy(headers, ([name]) => name.toLowerCase());
  return Object.fromEntries(
    [...byName].map(([name, fields]) => [name, fields.map(([, value]) => value).join(', ')]),
  );
}

/** Refused before any contract was asked: RFC 9110 and 9112 have these statuses for it. */
function isFromTheEdge({ status }: RawAnswer): boolean {
  return [400, 417, 431].includes(status);
}

function findNoRequestId({ headers }: RawAnswer): readonly Gap[] {
  return headers['x-request-id'] ? [] : [{ id: 'request-id-present', message: 'X-Request-ID is missing' }];
}

/** A refusal that belongs to no operation still has the shape of the contract's errors. */
function findForeignWords(contract: Contract, answer: RawAnswer): readonly Gap[] {
  const text = new TextDecoder().decode(answer.body);
  const shapes = contract.operations
    .flatMap(({ responses }) => [...responses.values()])
    .filter(({ status }) => status.startsWith('4'))
    .flatMap(({ content }) => content.get('application/json') ?? []);
  const body = parse(text);
  const isKnown = shapes.some(
    ({ schema = true }) => validateValue(contract, schema, body, { direction: 'response' }).length === 0,
  );
  if (isKnown) return [];
  return [{ id: 'not-in-dialect', message: `no documented error has this shape: ${text.slice(0, 300)}` }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
