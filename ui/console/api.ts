import type { components } from '../../src/types/control.ts';

type Schemas = components['schemas'];
export type Request = Schemas['Request'];
export type RequestDetails = Schemas['RequestDetails'];
export type Part = Schemas['Part'];
export type Operation = Schemas['Operation'];
export type Documentation = Schemas['Documentation'];
export type Content = Schemas['Content'];
export type Override = Schemas['Override'];
export type Message = Schemas['Message'];
export type State = Schemas['State'];
export type Session = Schemas['Session'];

/** Below the page: the same mock, whatever its port. */
export const apiBase = './api';

/** A call to the control API for one session (empty: the shared one). Throws with the API's own sentence. */
async function call<T>(method: string, path: string, session: string, body?: unknown): Promise<T> {
  const response = await fetch(apiBase + path, {
    method,
    headers: {
      ...(session === '' ? {} : { 'x-mock-session': session }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('The mock does not answer. Is it still running?');
  });
  const text = await response.text();
  const value = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new Error(value?.message ?? `${method} ${path}: ${response.status}`);
  return value;
}

const path = (...parts: string[]) => `/${parts.map(encodeURIComponent).join('/')}`;

export const api = {
  requests: () => call<Schemas['Requests']>('GET', '/requests?all=true&limit=500', ''),
  request: (id: string) => call<RequestDetails>('GET', path('requests', id), ''),
  clearRequests: (session: string) => call<void>('DELETE', '/requests', session),
  operations: (session: string) => call<Schemas['Operations']>('GET', '/operations', session),
  describe: (contract: string, operation: string) =>
    call<Documentation>('GET', path('operations', contract, operation), ''),
  force: (session: string, { contract, operation }: Operation, override: Override) =>
    call<Override>('PUT', path('overrides', contract, operation), session, override),
  unforce: (session: string, { contract, operation }: Operation) =>
    call<void>('DELETE', path('overrides', contract, operation), session),
  inbox: (session: string) => call<Schemas['Inbox']>('GET', '/inbox', session),
  clearInbox: (session: string) => call<void>('DELETE', '/inbox', session),
  state: (session: string) => call<State>('GET', '/state', session),
  reset: (session: string) => call<void>('DELETE', '/state', session),
  sessions: () => call<Schemas['Sessions']>('GET', '/sessions', ''),
  openSession: (name: string) => call<Session>('PUT', path('sessions', name), ''),
  closeSession: (name: string) => call<void>('DELETE', path('sessions', name), ''),
};
