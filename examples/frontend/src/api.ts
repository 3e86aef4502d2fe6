import { createClient } from 'sverka/client';
import { server } from './server.ts';
import { token } from './token.ts';

const options = { server, token };

export const auth = createClient('auth-v1', options);
export const users = createClient('users-v1', options);
export const events = createClient('event-messenger', options);
