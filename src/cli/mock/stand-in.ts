import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConsole } from '../../../mock/console/edge.ts';
import { createControl } from '../../../mock/control/control.ts';
import { explanationSentence } from '../../../mock/explain/sentence.ts';
import { createMock, type Mock } from '../../../mock/handle.ts';
import { headerSafe } from '../../../mock/http/header-text.ts';
import { serveMock } from '../../../mock/node.ts';
import type { Contract } from '../../contract/types.ts';
import type { Subject } from '../check/subject.ts';
import { orFailure } from '../start-failure.ts';
import { ownDocument } from './own-documents.ts';

const host = '127.0.0.1';

/**
 * The mock that `sverka mock` would serve for these contracts, on a free port, to run checks against. Each of its answers
 * says why, in `Sverka-Explain`. It sends no callbacks.
 */
export async function startStandIn(contracts: readonly Contract[]): Promise<Subject> {
  const opened = new AsyncDisposableStack();
  try {
    const logDirectory = await mkdtemp(join(tmpdir(), 'sverka-mock-'));
    opened.defer(() => rm(logDirectory, { recursive: true, force: true }));
    const served = contracts.filter(({ source }) => source !== ownDocument('control'));
    const address = Promise.withResolvers<string>();
    const { openImplementation } = await import('./implementation.ts');
    const implementation = await orFailure(
      openImplementation(served, { url: address.promise, logDirectory }),
    );
    if (implementation) opened.defer(() => implementation.close());
    const control = createControl();
    const behaviours = implementation ? [implementation.behaviour] : [];
    const mock = createMock(served, { behaviours, force: control.force });
    control.attach({ sites: mock.sites, state: mock.state, implementation });
    const before = createConsole(control, { host, remote: false });
    const server = await serveMock(explained(mock), { port: 0, host, observe: control.observe, before });
    opened.defer(() => server.close());
    address.resolve(server.url);
    return {
      target: { name: 'mock', baseUrl: (id) => `${server.url}/${id}`, testing: true },
      logs: implementation ? [{ kind: 'file', value: logDirectory }] : [],
      close: () => opened.disposeAsync(),
    };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

function explained(mock: Mock): Pick<Mock, 'handle'> {
  return {
    async handle(request) {
      const response = await mock.handle(request);
      const sentence = explanationSentence(response.status, response.explanation);
      return { ...response, headers: { ...response.headers, 'sverka-explain': headerSafe(sentence) } };
    },
  };
}
