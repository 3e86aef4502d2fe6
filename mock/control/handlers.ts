import type { Operation, ParsedRequest, RawRequest } from '../../src/contract/types.ts';
import { shownPrefix } from '../routing/sites.ts';
import type { Site } from '../types.ts';
import type { Control } from './control.ts';
import { document } from './documentation.ts';
import { checkOverride, toOperation, toOverride } from './operations.ts';
import { readOverride } from './read-override.ts';
import { toDetails, toRequest } from './tell.ts';

/** A request to the control API that agrees with its contract. */
export interface ControlCall {
  readonly request: ParsedRequest;
  readonly raw: RawRequest;
  /** Empty for the session that all others share; always one that is open, but for `forceResponse`. */
  readonly session: string;
  readonly control: Control;
}

export interface ControlReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Handler = (call: ControlCall) => ControlReply | Promise<ControlReply>;

/** The operations of `spec/control.yaml` by their id; `watchRequests` is for the edge, which has the socket. */
export const handlers: Readonly<Record<string, Handler>> = {
  listRequests({ control, session, request }) {
    const { limit, all } = request.query;
    const entries = control.journal.list(Number(limit ?? 100), all === true ? undefined : session);
    return { status: 200, body: { requests: entries.map(toRequest) } };
  },

  clearRequests({ control, session }) {
    control.journal.clear(session);
    control.hub.emit({ kind: 'changed' });
    return { status: 204 };
  },

  getRequest({ control, request }) {
    const entry = control.journal.find(String(request.path.id));
    if (entry === undefined) return notFound(`no request ${request.path.id} is remembered`);
    return { status: 200, body: toDetails(entry) };
  },

  listOperations({ control, session }) {
    const { sites } = control.current();
    const operations = sites.flatMap((site) =>
      site.contract.operations.map((operation) => {
        const override = control.overrides.get(session, idOf(site, operation));
        return toOperation(site, operation, shownPrefix(site, sites), override);
      }),
    );
    return { status: 200, body: { operations } };
  },

  describeOperation: (call) =>
    withOperation(call, async (site, operation) => {
      const prefix = shownPrefix(site, call.control.current().sites);
      return { status: 200, body: await document(site, operation, prefix) };
    }),

  forceResponse: (call) =>
    withOperation(call, (site, operation) => {
      const { control, session, request } = call;
      const checked = checkOverride(site.contract, operation, readOverride(request.body));
      if ('refusal' in checked) return { status: 422, body: { message: checked.refusal } };
      if (session !== '') control.sessions.open(session);
      control.overrides.put(session, idOf(site, operation), checked.override);
      control.hub.emit({ kind: 'changed' });
      return { status: 200, body: toOverride(checked.override) };
    }),

  clearResponse: (call) =>
    withOperation(call, (site, operation) => {
      call.control.overrides.clear(call.session, idOf(site, operation));
      call.control.hub.emit({ kind: 'changed' });
      return { status: 204 };
    }),

  readState({ control, session }) {
    const { state, implementation } = control.current();
    const collections = Object.entries(state?.snapshot(session) ?? {});
    return {
      status: 200,
      body: {
        collections: collections.map(([path, things]) => ({ path, things })),
        implementation: implementation?.contracts ?? [],
        inbox: implementation?.inbox !== undefined,
      },
    };
  },

  resetState({ control, session }) {
    control.reset(session);
    return { status: 204 };
  },

  listSessions: ({ control }) => ({ status: 200, body: { sessions: control.sessions.list() } }),

  openSession({ control, request }) {
    const opened = control.sessions.open(String(request.path.session));
    control.hub.emit({ kind: 'changed' });
    return { status: 200, body: opened };
  },

  closeSession({ control, request }) {
    const name = String(request.path.session);
    if (!control.sessions.isOpen(name)) return notFound(`no session "${name}" is open`);
    control.close(name);
    return { status: 204 };
  },

  listInbox: throughInbox,
  clearInbox: throughInbox,
};

/** The implementation's own inbox; without one there never is a message. */
async function throughInbox({ control, session, raw }: ControlCall): Promise<ControlReply> {
  const { implementation } = control.current();
  if (implementation?.inbox === undefined)
    return raw.method === 'DELETE' ? { status: 204 } : { status: 200, body: { messages: [] } };
  const { status, headers: all, body } = await implementation.inbox(session, raw);
  if (raw.method === 'DELETE') control.hub.emit({ kind: 'changed' });
  const applied = all['preference-applied'];
  const headers = applied === undefined ? {} : { 'preference-applied': applied };
  return { status, headers, ...(body === undefined ? {} : { body: JSON.parse(body) }) };
}

function withOperation(
  { control, request }: ControlCall,
  work: (site: Site, operation: Operation) => ControlReply | Promise<ControlReply>,
): ControlReply | Promise<ControlReply> {
  const { contract: id, operation: name } = request.path;
  const { sites } = control.current();
  const site = sites.find(({ contract }) => contract.id === id);
  if (site === undefined)
    return notFound(
      `no contract "${id}" is served; there are ${sites.map(({ contract }) => contract.id).join(', ')}`,
    );
  const operation = site.contract.operation(String(name));
  if (operation !== undefined) return work(site, operation);
  const known = site.contract.operations.map((one) => one.id).join(', ');
  return notFound(`no operation "${name}" in ${id}; there are ${known}`);
}

function idOf({ contract }: Site, operation: Operation): string {
  return `${contract.id}.${operation.id}`;
}

function notFound(message: string): ControlReply {
  return { status: 404, body: { message } };
}
