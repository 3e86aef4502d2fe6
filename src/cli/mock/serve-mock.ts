import { createConsole } from '../../../mock/console/edge.ts';
import { createControl } from '../../../mock/control/control.ts';
import { createMock } from '../../../mock/handle.ts';
import type { MockOptions } from '../../../mock/options.ts';
import type { Contract } from '../../contract/types.ts';
import type { MockFlags } from '../commands/mock.ts';
import type { Context } from '../context.ts';
import { orFailure } from '../start-failure.ts';
import { orOwnDocuments } from './own-documents.ts';
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
  const address = Promise.withResolvers<string>();
  const implementing = documents.length === 0 && flags.implementation && flags.stateless !== true;
  const build = async (contracts: readonly Contract[]) => {
    const implementation = implementing
      ? await implementationOf(contracts, { url: address.promise, logDirectory: flags.logs })
      : undefined;
    const behaviours = implementation === undefined ? [] : [implementation.behaviour];
    const mock = createMock(contracts, { ...options, behaviours, force: control.force });
    control.attach({ sites: mock.sites, state: mock.state, implementation });
    return mock;
  };
  const remote = flags.console === true;
  const serving: Serving = {
    build,
    observe: control.observe,
    listening: address.resolve,
    ...(documents.length === 0 ? { sources: orOwnDocuments } : {}),
    ...(flags.console === false
      ? {}
      : { before: (host: string) => createConsole(control, { host, remote }) }),
  };
  await serveDocuments(documents, flags, serving, context);
}

async function implementationOf(
  contracts: readonly Contract[],
  options: { readonly url: Promise<string>; readonly logDirectory: string | undefined },
) {
  const { openImplementation } = await import('./implementation.ts');
  return orFailure(openImplementation(contracts, options));
}
