import { expect, test } from 'vitest';
import { somebody } from '../events.ts';
import { accessTokenOf, detailOf, faultsOf, freshUser, type Subject } from '../subject.ts';

/** What visitor-auth promises, to the letter of its document. */
export function visitorAuthCases(subject: () => Subject): void {
  const registering = (changes: object) =>
    subject().ask('visitor-auth/auth/register', { body: { ...freshVisitor(), ...changes } });

  test('a role that does not exist is told in exactly the documented item', async () => {
    const answer = await registering({ role: 'something' });
    expect([answer.status, answer.body]).toEqual([
      422,
      {
        detail: [
          {
            type: 'enum',
            loc: ['body', 'role'],
            msg: "Input should be 'visitor' or 'organizer'",
            input: 'something',
            ctx: { expected: "'visitor' or 'organizer'" },
          },
        ],
      },
    ]);
  });

  test('a phone that begins otherwise is told in exactly the documented item', async () => {
    const answer = await registering({ phone_number: '96410245086' });
    expect([answer.status, answer.body]).toEqual([
      422,
      {
        detail: [
          {
            type: 'string_pattern_mismatch',
            loc: ['body', 'phone_number'],
            msg: "String should match pattern '(\\+7|8)[0-9]{10}'",
            input: '96410245086',
            ctx: { pattern: '(\\+7|8)[0-9]{10}' },
          },
        ],
      },
    ]);
  });

  test('a name that exists is told in exactly the documented sentence, and no credentials are asked for', async () => {
    const visitor = freshVisitor();
    await registering(visitor);
    const answer = await registering({ username: visitor.username });
    expect([answer.status, answer.body]).toEqual([
      401,
      { detail: 'User with this username is already exists' },
    ]);
    expect(answer.headers.has('www-authenticate')).toBe(false);
  });

  test('the login form and JSON are one login', async () => {
    const { username, password } = freshVisitor();
    await registering({ username, password });
    const form = new URLSearchParams({
      grant_type: 'password',
      username,
      password,
      scope: '',
      client_id: '',
    });
    const answer = await subject().ask('visitor-auth/auth/login', {
      method: 'POST',
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const token = accessTokenOf(answer);
    expect((await subject().ask('visitor-auth/auth/me', { token })).body).toMatchObject({ username });
  });

  test('a form is validated as JSON is', async () => {
    const answer = await subject().ask('visitor-auth/auth/login', {
      method: 'POST',
      body: 'grant_type=client_credentials&username=anna',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, faultsOf(answer).toSorted()]).toEqual([
      422,
      ['missing body/password', 'string_pattern_mismatch body/grant_type'],
    ]);
  });

  test.each([
    ['wrong name', { username: 'nobody-has-this-name', password: 'wrong' }],
    ['wrong password', { username: 'anna', password: 'wrong' }],
  ])('a %s is told in exactly the documented sentence', async (_what, body) => {
    const answer = await subject().ask('visitor-auth/auth/login', { body });
    expect([answer.status, answer.body]).toEqual([401, { detail: 'Incorrect username or password' }]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('organized events are those one made, drafts too, oldest first', async () => {
    const maker = await somebody(subject());
    const ids: number[] = [];
    for (const name of ['Шашлыки', 'Пикник']) {
      const made = await subject().ask('event-messenger/event', {
        body: { event: { name } },
        token: maker.token,
      });
      ids.push(Number(/"id":"a(\d+)"/.exec(JSON.stringify(made.body))?.[1]));
    }
    const me = await subject().ask('visitor-auth/auth/me', { token: maker.token });
    expect(me.body).toMatchObject({ role: 'visitor', organized_events: ids });
  });

  test('a token that is none is told as FastAPI does', async () => {
    const answer = await subject().ask('visitor-auth/auth/me', { token: 'none' });
    expect([answer.status, detailOf(answer)]).toEqual([401, 'Could not validate credentials']);
  });
}

function freshVisitor() {
  const { second_login: username, email, phone, password } = freshUser();
  const person = { name: 'Анна', surname: 'Петрова', birthday: '2001-02-28' };
  return { ...person, username, email, password, phone_number: phone, role: 'visitor' };
}
