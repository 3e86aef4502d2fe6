import type { Contract, RawRequest } from '../contract/types.ts';
import { contractModules } from './contracts/registry.ts';
import { type AnswerOptions, answerRequest } from './http/answer.ts';
import { defaultBodyLimit, limitBody } from './http/raw-body.ts';
import { requestIdFrom } from './http/request-id.ts';
import { createFinder, type Destination } from './http/sites.ts';
import { loadContracts } from './load-contracts.ts';
import { openServiceLogs } from './logs/service-logs.ts';
import { type Ground, openServices } from './open-services.ts';

export interface InProcessOptions {
  /** Address that links in mails begin with, as soon as it is known; every contract is below it under `/{id}`. */
  readonly url: Promise<string>;
  /** Folder for the log files; none are written without it. */
  readonly logDirectory?: string | undefined;
}

/** The implementation without a socket, in testing mode: documents and code, no data yet. */
export interface InProcess {
  readonly contracts: readonly Contract[];
  readonly logFiles: readonly string[];
  /** A world of its own: an empty database in memory with the fixtures in it. */
  open(): Promise<World>;
  close(): Promise<void>;
}

/** All contracts on one database. */
export interface World {
  /** Answers a request to one contract; `path` is that below the contract's base. Never rejects. */
  answer(contract: string, request: RawRequest): Promise<InProcessResponse>;
  /** To be called when nothing is under way any more. */
  close(): Promise<void>;
}

/** A response; header names are lower case. */
export interface InProcessResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * Gets the implementation ready to be called as a function: who calls it brings requests and takes responses, as a mock does
 * that wants to behave like the real thing. Throws StartError.
 */
export async function openInProcess({ url, logDirectory }: InProcessOptions): Promise<InProcess> {
  const opened = new AsyncDisposableStack();
  const modules = contractModules;
  const loaded = await loadContracts(modules);
  const ground: Ground = {
    loaded,
    logs: openServiceLogs(modules, { directory: logDirectory, stream: undefined }, opened),
    addresses: url.then((base) => ({
      url: base,
      urls: Object.fromEntries(modules.map(({ id }) => [id, `${base}/${id}`])),
    })),
  };
  return {
    contracts: loaded.map(({ contract }) => contract),
    logFiles: ground.logs.files,
    open: () => openWorld(ground),
    close: () => opened.disposeAsync(),
  };
}

async function openWorld(ground: Ground): Promise<World> {
  const opened = new AsyncDisposableStack();
  const database = { kind: 'sqlite', file: ':memory:' } as const;
  const open = await openServices(ground, { database, testing: true }, opened);
  const options: AnswerOptions = { database: open.database, testing: true, strict: true };
  const finders = new Map(
    open.services.map((service) => [service.contract.id, createFinder([{ base: '', service }])]),
  );
  return {
    async answer(contract, request) {
      const destination = finders.get(contract)?.(request.method, request.path);
      if (destination === undefined) throw new Error(`the implementation has no contract ${contract}`);
      return answer(request, destination, options);
    },
    close: () => opened.disposeAsync(),
  };
}

async function answer(
  request: RawRequest,
  destination: Destination,
  options: AnswerOptions,
): Promise<InProcessResponse> {
  const { method, query, headers, body } = request;
  const requestId = requestIdFrom(headers['x-request-id']);
  const asked = {
    requestId,
    method,
    destination,
    query,
    headers,
    address: () => '127.0.0.1',
    body: () => limitBody(body, defaultBodyLimit),
  };
  const { reply, applied, log } = await answerRequest(asked, options);
  log();
  const own = Object.entries(reply.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: reply.status,
    headers: {
      ...Object.fromEntries(own),
      'x-request-id': requestId,
      ...(applied === '' ? {} : { 'preference-applied': applied }),
      ...(reply.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    },
    body: reply.body === undefined ? undefined : JSON.stringify(reply.body),
  };
}
