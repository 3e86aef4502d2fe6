import { expectTypeOf, test } from 'vitest';
import type { Handlers, ReplyOf, RequestOf } from '../../src/server/contracts/handlers.ts';
import type { operations as auth } from '../../src/types/auth-v1.ts';
import type { operations as users } from '../../src/types/users-v1.ts';

type Users = Handlers<users>;

const createUser: Users['createUser'] = () => Promise.reject(new Error('never called'));
const getUser: Users['getUser'] = () => Promise.reject(new Error('never called'));

test('a document without a handler for each operation does not compile', () => {
  // @ts-expect-error: getMe is missing
  const incomplete: Users = { createUser, getUser };
  expectTypeOf(incomplete).toEqualTypeOf<Users>();
});

test('a status that the document does not name does not compile', () => {
  // @ts-expect-error: 204 is no documented answer of getMe
  const getMe: Users['getMe'] = () => ({ status: 204 });
  expectTypeOf(getMe).toEqualTypeOf<Users['getMe']>();
  expectTypeOf<ReplyOf<users['getMe']>['status']>().toEqualTypeOf<200 | 401 | 500 | 503>();
});

test('a body that the document does not promise does not compile', () => {
  // @ts-expect-error: access_token is missing
  const login: Handlers<auth>['login'] = () => ({ status: 200, body: { refresh_token: 'r' } });
  expectTypeOf(login).toEqualTypeOf<Handlers<auth>['login']>();
});

test('a handler sees the body and the parameters of its own operation', () => {
  expectTypeOf<RequestOf<users['getUser']>['path']>().toEqualTypeOf<{ id: string }>();
  expectTypeOf<RequestOf<auth['refresh']>['body']>().toEqualTypeOf<{ refresh_token: string }>();
  expectTypeOf<RequestOf<users['getMe']>['body']>().toEqualTypeOf<undefined>();
});
