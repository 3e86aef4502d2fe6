import { callbackSender } from '../../../mock/callbacks/send-callback.ts';
import { createControl } from '../../../mock/control/control.ts';
import { createMock } from '../../../mock/handle.ts';
import type { MockOptions } from '../../../mock/options.ts';
import { createStore } from '../../../mock/state/store.ts';
import type { Contract } from '../../contract/types.ts';
import type { MockFlags } from '../commands/mock.ts';
import { CommandFailure, type Context } from '../context.ts';
import { orFailure } from '../start-failure.ts';
import { callbackLog } from './callback-log.ts';
import { consoleOf } from './console.ts';
import type { OwnImplementation } from './implementation.ts';
import { orOwnDocuments, ownDocument } from './own-documents.ts';
import { type Serving, serveDocuments } from './serve-documents.ts';

/**
 * Serves mocks of documents, with console and control API, until interrupted. Where no document is named, ours are served by
 * our own server: with the data that is sent, a database for each session.
 */
export async function serveMocks(
  documents: readonly string[],
  flags: MockFlags,
  options: MockOptions,
  context: Context,
): Promise<void> {
  const control = createControl();
  // Outlives reloads: a changed document does not forget what was created.
  const store = createStore();
  const address = Promise.withResolvers<string>();
  const implementing =
    flags.engine === 'sverka' && documents.length === 0 && flags.implementation && flags.stateless !== true;
  const level = flags.quiet === true ? 'silent' : flags.verboseLevel;
  const anywhere = flags.callbacks === 'any';
  const sending =
    flags.callbacks === false
      ? {}
      : { sendCallback: callbackSender(callbackLog(context, level), context.signal, { anywhere }) };
  let implementation: OwnImplementation | undefined;
  const build = async (contracts: readonly Contract[]) => {
    const before = implementation;
    implementation = implementing
      ? await implementationOf(contracts, { url: address.promise, logDirectory: flags.logs })
      : undefined;
    const behaviours =
      flags.engine === 'prism'
        ? [await prismOf(contracts, options)]
        : implementation === undefined
          ? []
          : [implementation.behaviour];
    const mock = createMock(contracts, { ...options, ...sending, behaviours, force: control.force }, store);
    control.attach({ sites: mock.sites, state: mock.state, implementation });
    await before?.close();
    return mock;
  };
  const serving: Serving = {
    build,
    observe: control.observe,
    listening: address.resolve,
    ...(documents.length === 0 ? { sources: orOwnDocuments } : {}),
    ...consoleOf(control, flags),
  };
  try {
    await serveDocuments(documents, flags, serving, context);
  } finally {
    await implementation?.close();
  }
}

async function implementationOf(
  contracts: readonly Contract[],
  options: { readonly url: Promise<string>; readonly logDirectory: string | undefined },
) {
  // Loading the server takes longer than all the rest: only for contracts that it answers.
  if (!contracts.some(({ id, source }) => source === ownDocument(id))) return undefined;
  const { openImplementation } = await import('./implementation.ts');
  return orFailure(openImplementation(contracts, options));
}

async function prismOf(contracts: readonly Contract[], options: MockOptions) {
  const sources = new Map(contracts.map(({ id, source }) => [id, source]));
  const { dynamic = false, ignoreExamples = false, errors = false, seed } = options;
  try {
    const { prismBehaviour } = await import('../../../mock/prism/engine.ts');
    return await prismBehaviour(sources, {
      dynamic,
      ignoreExamples,
      errors,
      ...(seed === undefined ? {} : { seed }),
    });
  } catch (error) {
    if (!isMissingModule(error)) throw error;
    throw new CommandFailure('Prism is not installed', 'npm install --save-dev @stoplight/prism-cli');
  }
}

function isMissingModule(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
