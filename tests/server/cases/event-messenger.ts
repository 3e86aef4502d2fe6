import { expect, test } from 'vitest';
import { change, eventOf, placesOf, type Somebody, sentEvent, somebody, voteFor } from '../events.ts';
import { mailTo } from '../inbox.ts';
import { accessTokenOf, freshUser, register, type Subject } from '../subject.ts';

/** What event-messenger promises beyond what its checklist can see. */
export function eventMessengerCases(subject: () => Subject): void {
  const create = (maker: Somebody, event: object) =>
    subject().ask('event-messenger/event', {
      body: { event: { name: 'Шашлыки', ...event } },
      token: maker.token,
    });

  test('the link of the mail itself logs in', async () => {
    const { second_login } = freshUser();
    const username = second_login.replace('user-', '');
    const email = `${username}@example.com`;
    const body = { username, password: 'correct-horse-1', 'e-mail': email };
    await subject().ask('event-messenger/user', { body });
    const { link } = await mailTo(subject(), email);
    expect((await fetch(link)).status).toBe(200);
  });

  test.each(['1', 'a1', 'a001', 'b01', 'a0', 'a00', 'a-1', 'a1e1', 'a99999999999999999999', 'a01x'])(
    'no event has the id %s',
    async (id) => {
      const { token } = await somebody(subject());
      expect((await subject().ask(`event-messenger/event/${id}`, { token })).status).toBe(404);
    },
  );

  test('people are invited by their id, not by an e-mail, a phone, or a UUID in place of a name', async () => {
    const maker = await somebody(subject());
    const { user, access_token: token } = await register(subject());
    const { body } = await subject().ask('users-v1/me', { token });
    const uuid = body instanceof Object && 'id' in body ? body.id : '';
    for (const id of [user.email, user.phone, uuid]) {
      const { status } = await create(maker, { members: [{ invited: [{ id }] }] });
      expect([id, status]).toEqual([id, 422]);
    }
    expect((await create(maker, { members: [{ invited: [{ id: user.second_login }] }] })).status).toBe(200);
  });

  test('whoever takes the id of somebody without a name for his name gets neither his invitations nor his login', async () => {
    const maker = await somebody(subject());
    const { email, phone, password } = freshUser();
    const victim = { name: 'Анна', surname: 'А', email_address: email, phone_number: phone, password };
    await subject().ask('auth-v2/v2/auth/registration', { body: victim });
    const logIn = (username: string) =>
      subject().ask('event-messenger/auth', { body: { login: { username, password } } });
    const token = accessTokenOf(await logIn(email));
    const { body } = await subject().ask('users-v1/me', { token });
    const id = body instanceof Object && 'id' in body ? String(body.id) : '';
    const thief = await register(subject(), { second_login: id, password: 'another' });
    const event = await sentEvent(subject(), maker, [{ id, token }]);
    const seen = async (reader: string) =>
      (await subject().ask(`event-messenger/event/${event}`, { token: reader })).status;
    expect([await seen(token), await seen(thief.access_token)]).toEqual([200, 403]);
    expect((await logIn(id)).status).toBe(200);
  });

  test('nobody is invited before he confirmed his account', async () => {
    const maker = await somebody(subject());
    const username = freshUser().second_login.replace('user-', '');
    const body = { username, password: 'correct-horse-1', 'e-mail': `${username}@example.com` };
    await subject().ask('event-messenger/user', { body });
    const answer = await create(maker, { members: [{ invited: [{ id: username }] }] });
    expect([answer.status, answer.body]).toEqual([
      422,
      { message: `members: no user has the id "${username}"` },
    ]);
  });

  test('a maker does not invite himself, whichever way he writes his name', async () => {
    const maker = await somebody(subject());
    const answer = await create(maker, { members: [{ invited: [{ id: maker.id.toUpperCase() }] }] });
    expect(answer.status).toBe(422);
  });

  test('who and what is named twice counts once', async () => {
    const [maker, friend] = [await somebody(subject()), await somebody(subject())];
    const invited = [{ id: friend.id, role: 'admin' }, { id: friend.id.toUpperCase() }];
    const place = [{ drafts: [{ place: 'A' }, { place: 'B' }, { place: 'A' }] }];
    const event = eventOf(await create(maker, { members: [{ invited }], place }));
    expect(event.members[0]?.invited).toEqual([{ id: friend.id, role: 'admin', chat_success: false }]);
    expect(placesOf(event)).toEqual({ A: 0, B: 0 });
  });

  test('what the maker confirmed from the start leads until there is a vote', async () => {
    const maker = await somebody(subject());
    const place = [{ drafts: [{ place: 'A' }], confirmed: 'B' }];
    const event = eventOf(await create(maker, { place }));
    expect(placesOf(event)).toEqual({ A: 0, B: 'confirmed' });
    expect(placesOf(eventOf(await voteFor(subject(), maker, event.id, 'A')))).toEqual({
      A: 'confirmed',
      B: 0,
    });
  });

  test('a vote that is sent again changes nothing, not even a tie', async () => {
    const [maker, friend] = [await somebody(subject()), await somebody(subject())];
    const id = await sentEvent(subject(), maker, [friend]);
    await voteFor(subject(), maker, id, 'A');
    await voteFor(subject(), friend, id, 'B');
    const again = eventOf(await voteFor(subject(), maker, id, 'A'));
    expect(placesOf(again)).toEqual({ A: 1, B: 'confirmed', C: 0 });
  });

  test('an event that is sent again stays sent', async () => {
    const maker = await somebody(subject());
    const id = await sentEvent(subject(), maker, []);
    const again = await change(subject(), maker, id, { status: true });
    expect([again.status, eventOf(again).status]).toEqual([200, true]);
  });

  test('a thousand invitations are looked up, one more is too many', async () => {
    const maker = await somebody(subject());
    const invited = Array.from({ length: 1000 }, (_, index) => ({ id: `nobody-${index}` }));
    const thousand = await create(maker, { members: [{ invited }] });
    expect(thousand.body).toEqual({ message: 'members: no user has the id "nobody-0"' });
    const more = await create(maker, { members: [{ invited: [...invited, ...invited] }] });
    expect(more.body).toEqual({ message: expect.stringMatching(/^event[.]members[.]0[.]invited: .*1000/) });
  });

  test('input that makes no sense is told field by field', async () => {
    const body = { username: 'Ä', password: '', 'e-mail': 'nowhere' };
    const answer = await subject().ask('event-messenger/user', { body });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({
      message: expect.stringMatching(/username: .+; password: .+; e-mail: must be an e-mail address/),
    });
  });
}
