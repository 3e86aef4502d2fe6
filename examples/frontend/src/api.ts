import { createClient } from 'sverka/client';
import { readToken } from './session.ts';

/** Where the API is: a mock or the real server, every contract under its id. */
export const server = import.meta.env.VITE_API ?? 'http://127.0.0.1:4010';

const options = { server, token: readToken };

export const auth = createClient('auth-v1', options);
export const users = createClient('users-v1', options);
export const events = createClient('event-messenger', options);
