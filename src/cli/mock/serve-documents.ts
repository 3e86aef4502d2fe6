import { resolve } from 'node:path';
import type { Mock } from '../../../mock/handle.ts';
import { type MockExchange, type MockServer, type ServeOptions, serveMock } from '../../../mock/node.ts';
import type { Contract } from '../../contract/types.ts';
import { loadConfig } from '../config/load.ts';
import { CommandFailure, type Context, untilAborted } from '../context.ts';
import { findDocuments } from '../documents.ts';
import { likelyDocuments } from '../init/find-document.ts';
import { announce, announceProblems } from './announce.ts';
import { inspectAll } from './inspect-all.ts';
import { liveLog } from './live-log.ts';
import { loadContracts } from './load-contracts.ts';
import { mockOptions, type SharedFlags } from './shared-options.ts';
import { watchFiles } from './watch-files.ts';

export interface Serving {
  /** What answers, made anew whenever a document changed. */
  readonly build: (contracts: readonly Contract[]) => Promise<Pick<Mock, 'handle'>>;
  /** Told of every exchange, besides the live log. */
  readonly observe?: (exchange: MockExchange) => void;
  /** Chooses among the documents that were found. */
  readonly sources?: (found: readonly string[]) => Promise<readonly string[]>;
  /** What answers before the mock does, for a server on this address. */
  readonly before?: (host: string) => ServeOptions['before'];
  /** Told where the server listens, as soon as it does. */
  readonly listening?: (url: string) => void;
}

const ownOnes =
  'No document was named and none found: these are the contracts of Sverka itself. Yours: sverka mock openapi.yaml\n';

/** When documents are looked through, milliseconds after the start: the first requests go before. */
const leisure = 1000;

/** Loads documents, serves them, reloads when a file of theirs changes; resolves when the command is interrupted. */
export async function serveDocuments(
  documents: readonly string[],
  flags: SharedFlags,
  serving: Serving,
  context: Context,
): Promise<void> {
  const loadedConfig = await loadConfig(context.cwd, flags.config);
  const configured = await findDocuments('contracts', documents, loadedConfig, context.cwd);
  const found = configured.length > 0 ? configured : await documentsIn(context.cwd);
  const sources = (await serving.sources?.(found)) ?? found;
  const loaded = await loadContracts(sources, { strict: flags.strict === true });
  const { contracts, problems } = loaded;
  announceProblems(problems, context);
  const logged = flags.quiet === true ? 'silent' : flags.verboseLevel;
  const { mock } = loadedConfig.config;
  const host = flags.host ?? mock?.host ?? '127.0.0.1';
  const before = serving.before?.(host);
  const server = await listen(await serving.build(contracts), {
    port: flags.port ?? mock?.port ?? 4010,
    host,
    observe: both(liveLog(context, logged), serving.observe),
    ...(before === undefined ? {} : { before }),
  });
  serving.listening?.(server.url);
  const place = {
    url: server.url,
    basePath: mockOptions(flags).basePath,
    withConsole: before !== undefined,
  };
  if (flags.verboseLevel !== 'silent') {
    if (found.length === 0) context.stdout.write(ownOnes);
    announce(contracts, place, context);
  }
  const inspecting = setTimeout(() => {
    // What cannot be looked through is served all the same.
    if (flags.strict !== true)
      inspectAll(contracts)
        .then((found) => announceProblems(found, context))
        .catch(() => {});
  }, leisure);
  const reload = async () => {
    clearTimeout(inspecting);
    const again = await loadContracts(sources, { strict: false });
    server.replace(await serving.build(again.contracts));
    const problems = [...again.problems, ...(await inspectAll(again.contracts))];
    announceProblems(problems, context);
    return { ...again, problems };
  };
  const watch = flags.watch ? watchFiles(loaded, reload, context) : undefined;
  await untilAborted(context.signal);
  clearTimeout(inspecting);
  watch?.close();
  await server.close();
}

async function documentsIn(folder: string): Promise<readonly string[]> {
  return (await likelyDocuments(folder)).map((file) => resolve(folder, file));
}

type Observe = NonNullable<ServeOptions['observe']>;

function both(one: Observe | undefined, other: Observe | undefined): Observe {
  return (exchange) => {
    one?.(exchange);
    other?.(exchange);
  };
}

async function listen(mock: Pick<Mock, 'handle'>, options: ServeOptions): Promise<MockServer> {
  try {
    return await serveMock(mock, options);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const hint = code === undefined ? undefined : failures[String(code)]?.(options);
    if (hint === undefined) throw error;
    throw new CommandFailure(...hint);
  }
}

/** Why a server cannot listen, by Node's error code: a sentence, and what to do. */
const failures: Readonly<Record<string, (options: ServeOptions) => [string, string?]>> = {
  // The words of `serve`, which the server finds for itself.
  EADDRINUSE: ({ port, host }) => [
    `port ${port} on ${host} is taken by another program: end it or choose another port`,
    '--port 0 takes any free one.',
  ],
  EACCES: ({ port }) => [`listening on port ${port} is not allowed`, 'Ports below 1024 need special rights.'],
  EADDRNOTAVAIL: ({ host }) => [`${host} is no address of this machine`],
  ENOTFOUND: ({ host }) => [`${host} is no address of this machine`],
};
