import { network } from 'virtual:msw';
import { handlersFor } from 'sverka/msw';
import auth from 'sverka/spec/auth-v1.yaml';
import messenger from 'sverka/spec/event-messenger.yaml';
import users from 'sverka/spec/users-v1.yaml';
import { server } from './api.ts';

/** The mock inside this page: what was created comes back, what the documents show fills the rest. */
export async function startMocking(): Promise<void> {
  network.configure({
    handlers: [
      ...handlersFor(auth, {}, { baseUrl: `${server}/auth-v1` }),
      ...handlersFor(users, {}, { baseUrl: `${server}/users-v1` }),
      ...handlersFor(messenger, {}, { baseUrl: `${server}/event-messenger` }),
    ],
    onUnhandledFrame: 'bypass',
  });
  await network.enable();
}
