import { createMock } from '../../../mock/handle.ts';
import { type MockServer, type ServeOptions, serveMock } from '../../../mock/node.ts';
import type { MockOptions } from '../../../mock/options.ts';
import { loadConfig } from '../config/load.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { findDocuments } from '../documents.ts';
import { announce, announceProblems } from './announce.ts';
import { liveLog } from './live-log.ts';
import { loadContracts } from './load-contracts.ts';
import type { SharedFlags } from './shared-options.ts';
import { watchFiles } from './watch-files.ts';

/** Loads documents, serves their mock, reloads it when a file of theirs changes; returns when the command is interrupted. */
export async function serveDocuments(
  documents: readonly string[],
  flags: SharedFlags,
  options: MockOptions,
  context: Context,
): Promise<ExitCode> {
  const loadedConfig = await loadConfig(context.cwd, flags.config);
  const { config } = loadedConfig;
  const sources = await findDocuments('contracts', documents, loadedConfig, context.cwd);
  const { contracts, problems } = await loadContracts(sources, { strict: flags.strict === true });
  announceProblems(problems, context.stderr);
  const level = flags.quiet === true ? 'silent' : flags.verboseLevel;
  const observe = liveLog(context.stdout, level);
  const server = await listen(createMock(contracts, options), {
    port: flags.port ?? config.mock?.port ?? 4010,
    host: flags.host ?? config.mock?.host ?? '127.0.0.1',
    ...(observe === undefined ? {} : { observe }),
  });
  if (level !== 'silent') announce(contracts, server.url, context.stdout);
  const reload = async () => {
    const again = await loadContracts(sources, { strict: false });
    server.replace(createMock(again.contracts, options));
    announceProblems(again.problems, context.stderr);
    return again.contracts;
  };
  const watch = flags.watch ? watchFiles(contracts, reload, context) : undefined;
  await interrupted(context.signal);
  watch?.close();
  await server.close();
  return 0;
}

async function listen(mock: Parameters<typeof serveMock>[0], options: ServeOptions): Promise<MockServer> {
  try {
    return await serveMock(mock, options);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const place = `${options.host}:${options.port}`;
    if (code === 'EADDRINUSE')
      throw new CommandFailure(
        `the port ${options.port} is in use`,
        'Choose another with --port, or 0 for any free one.',
      );
    if (code === 'EACCES')
      throw new CommandFailure(
        `listening on ${place} is not allowed`,
        'Ports below 1024 need special rights.',
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CommandFailure(`${options.host} is no address of this machine`);
    throw error;
  }
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
