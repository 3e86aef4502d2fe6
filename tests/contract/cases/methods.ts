import type { Contract, Operation } from '../../../src/contract/types.ts';
import { type NoAnswer, type RawAnswer, type RawHttp, sendBytes, toBytes } from '../../support/raw-http.ts';
import type { Subject } from '../targets/target.ts';
import { makeValidRequest, toRawHttp, type ValidRequest } from './bad-input/valid-request.ts';
import type { Case, Gap } from './case.ts';
import { contracts } from './contracts.ts';

export const methods: readonly Case[] = [
  {
    id: 'methods/wrong',
    title: 'a method that a path does not have gets a 405, which tells those it has',
    run: forEachOperation(async ({ contract, operation }, send, request) => {
      const own = contract.operations
        .filter(({ path }) => path === operation.path)
        .map(({ method }) => method);
      const allowed = new Set([...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS']);
      const answer = await send({ ...request, method: 'PATCH' });
      const told = headerOf(answer, 'allow').split(', ');
      return [
        ...unless(answer.status === 405, 'not-405', `answered ${answer.status}`),
        ...unless(
          told.length === allowed.size && told.every((method) => allowed.has(method)),
          'allow',
          `told ${told}, right is ${[...allowed]}`,
        ),
      ];
    }),
  },
  {
    id: 'methods/head',
    title: 'HEAD is answered like GET, without a body',
    run: forEachOperation(async ({ operation }, send, request) => {
      if (operation.method !== 'GET' || operation.id === 'confirmUser') return [];
      const get = await send(request);
      const head = await send({ ...request, method: 'HEAD' });
      const [size, expected] = [head, get].map((answer) => headerOf(answer, 'content-length'));
      return [
        ...unless(head.status === get.status, 'head-status', `HEAD ${head.status}, GET ${get.status}`),
        ...unless(size === expected, 'head-length', `HEAD promises ${size} bytes, GET ${expected}`),
        ...unless('body' in head && head.body.length === 0, 'head-body', 'there is a body'),
      ];
    }),
  },
  {
    id: 'methods/preflight',
    title: 'a preflight of another origin gets leave for every operation',
    run: forEachOperation(async ({ operation }, send, request) => {
      const answer = await send({
        ...request,
        method: 'OPTIONS',
        body: undefined,
        headers: [
          ...request.headers.filter(([name]) => name !== 'Content-Type' && name !== 'Content-Length'),
          ['Origin', 'https://frontend.example'],
          ['Access-Control-Request-Method', operation.method],
          ['Access-Control-Request-Headers', 'authorization, content-type, x-request-id'],
        ],
      });
      const origin = headerOf(answer, 'access-control-allow-origin');
      const leave = headerOf(answer, 'access-control-allow-methods').split(/, ?/);
      const headers = headerOf(answer, 'access-control-allow-headers');
      return [
        ...unless(answer.status === 204, 'preflight-status', `answered ${answer.status}`),
        ...unless(
          ['*', 'https://frontend.example'].includes(origin),
          'preflight-origin',
          `allowed ${origin}`,
        ),
        ...unless(leave.includes(operation.method), 'preflight-method', `allowed ${leave}`),
        ...unless(/authorization/i.test(headers), 'preflight-headers', `allowed ${headers}`),
      ];
    }),
  },
  {
    id: 'methods/slash',
    title: 'a slash at the end of a path makes no difference',
    run: forEachOperation(async (_valid, send, request) => {
      const plain = await send({ ...request, method: 'PATCH' });
      const other = request.target.endsWith('/') ? request.target.slice(0, -1) : `${request.target}/`;
      const slash = await send({ ...request, method: 'PATCH', target: other });
      return unless(
        plain.status === slash.status,
        'slash',
        `${plain.status}, and ${slash.status} for ${other}`,
      );
    }),
  },
];

type Send = (request: RawHttp) => Promise<RawAnswer | NoAnswer>;

/** Looks for gaps with a valid request of each operation. */
function forEachOperation(
  find: (valid: ValidRequest, send: Send, request: RawHttp) => Promise<readonly Gap[]>,
): Case['run'] {
  return async (subject, hold) => {
    const all = contracts.flatMap(({ contract }) =>
      contract.operations.map((operation) => tryOne(subject, contract, operation, find)),
    );
    hold((await Promise.all(all)).flat());
  };
}

async function tryOne(
  subject: Subject,
  contract: Contract,
  operation: Operation,
  find: (valid: ValidRequest, send: Send, request: RawHttp) => Promise<readonly Gap[]>,
): Promise<readonly Gap[]> {
  const valid = await makeValidRequest(subject, contract, operation, 0);
  const gaps = await find(valid, (request) => sendBytes(subject.url, toBytes(request)), toRawHttp(valid));
  return gaps.map(({ id, message }) => ({ id, message: `${contract.id} ${operation.id}: ${message}` }));
}

function headerOf(answer: RawAnswer | NoAnswer, name: string): string {
  return 'headers' in answer ? (answer.headers[name] ?? '') : '';
}

function unless(holds: boolean, id: string, message: string): readonly Gap[] {
  return holds ? [] : [{ id, message }];
}
