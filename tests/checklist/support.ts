import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { loadChecklists } from '../../src/checklist/load.ts';
import { type Filter, planChecks } from '../../src/checklist/plan.ts';
import { type RunOptions, runChecks } from '../../src/checklist/run-checks.ts';
import { formatProblem } from '../../src/contract/finding.ts';
import type { CheckEvidence, RunEvent, Summary } from '../../src/evidence/types.ts';

export const fixtures = 'fixtures/checklists';

/** A request as the test server saw it. */
export interface Seen {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON. `drop`: the connection is closed instead. */
  readonly body?: unknown;
  readonly drop?: boolean;
  readonly delayMs?: number;
}

export interface Server {
  readonly url: string;
  readonly seen: Seen[];
}

/** A real server for one test. It echoes the request id, as every server under test has to. */
export async function startServer(answer: (seen: Seen) => Answer): Promise<Server> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const body = await readText(request);
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    seen.push(one);
    const { status = 200, headers = {}, body: content, drop, delayMs = 0 } = answer(one);
    if (drop) {
      request.socket.destroy();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const requestId = String(request.headers['x-request-id'] ?? '');
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': requestId, ...headers });
    response.end(typeof content === 'string' ? content : JSON.stringify(content ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${portOf(server.address())}`, seen };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

export interface Ran {
  readonly summary: Summary;
  readonly events: readonly RunEvent[];
  readonly checks: readonly CheckEvidence[];
  /** The evidence of one check, by workflow id. */
  check(workflowId: string): CheckEvidence;
}

/** Loads fixture checklists, which must be free of mistakes, and runs them against a server. */
export async function run(
  names: string | readonly string[],
  url: string,
  options: Partial<RunOptions> & Filter = {},
): Promise<Ran> {
  const files = [names].flat().map((name) => `${fixtures}/${name}.arazzo.yaml`);
  const { checklists, problems } = await loadChecklists(files);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  const events: RunEvent[] = [];
  const { grep, tags, emit, ...rest } = options;
  const filter = { ...(grep !== undefined && { grep }), ...(tags && { tags }) };
  const summary = await runChecks(planChecks(checklists, filter), {
    target: { name: url, baseUrl: () => url },
    ...rest,
    emit: async (event) => {
      events.push(event);
      await emit?.(event);
    },
  });
  const checks = events.flatMap((event) => (event.type === 'check-finished' ? [event.check] : []));
  const check = (workflowId: string): CheckEvidence => {
    const found = checks.find(({ id }) => id.endsWith(`/${workflowId}`));
    if (!found) throw new Error(`${workflowId} did not run; ${checks.map(({ id }) => id).join(', ')} did`);
    return found;
  };
  return { summary, events, checks, check };
}

/** The only workflow that matters in a test: runs it alone and gives its evidence. */
export async function runOne(
  name: string,
  workflowId: string,
  url: string,
  options: Partial<RunOptions> = {},
): Promise<CheckEvidence> {
  const ran = await run(name, url, { ...options, grep: new RegExp(`/${workflowId}$`) });
  return ran.check(workflowId);
}
