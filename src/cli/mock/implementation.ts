import { sessionOf } from '../../../mock/ask/session.ts';
import type { Implementation } from '../../../mock/control/implementation.ts';
import type { Contract } from '../../contract/types.ts';
import { type InProcessOptions, openInProcess } from '../../server/in-process.ts';
import { ownDocument } from './own-documents.ts';
import { createWorlds } from './worlds.ts';

/** The document of the control API, which a mock serves itself. */
const control = 'control';

export interface OwnImplementation extends Implementation {
  /** Lets go of data and logs, once the requests under way are answered. */
  close(): Promise<void>;
}

/**
 * The server of this package behind a mock: it answers for its contracts, each session on a database in memory of its own,
 * seeded from `fixtures/`. Undefined where none of the contracts is one of its. Throws StartError.
 */
export async function openImplementation(
  contracts: readonly Contract[],
  options: InProcessOptions,
): Promise<OwnImplementation | undefined> {
  const own = contracts.filter(({ id, source }) => source === ownDocument(id));
  if (own.length === 0) return undefined;
  const server = await openInProcess(options);
  const kept = new Set(server.contracts.map(({ id }) => id));
  const answered = new Set(own.map(({ id }) => id).filter((id) => kept.has(id)));
  const worlds = createWorlds(() => server.open());
  // The first database costs ten times what the others do: better now than while somebody waits for an answer.
  void options.url.then(() => worlds.use('', async () => {})).catch(() => {});
  return {
    contracts: [...answered],
    behaviour: {
      claims: ({ site }) => answered.has(site.contract.id),
      async answer({ routed: { site, request, incoming } }) {
        const { id } = site.contract;
        if (!answered.has(id)) return undefined;
        const session = sessionOf(incoming.request.headers);
        const response = await worlds.use(session, (world) => world.answer(id, request));
        return { kind: 'reply', ...response, why: whyOf(session) };
      },
    },
    inbox: kept.has(control)
      ? (session, request) => worlds.use(session, (world) => world.answer(control, request))
      : undefined,
    forget: worlds.forget,
    async close() {
      worlds.close();
      await server.close();
    },
  };
}

function whyOf(session: string): string {
  const state = session === '' ? 'the data all sessions share' : `the data of session ${session}`;
  return `answered by the implementation, on ${state}`;
}
