import { expect, test } from 'vitest';
import { change, eventOf, placesOf, sentEvent, somebody, voteFor } from '../events.ts';
import { mailTo } from '../inbox.ts';
import { type Asked, freshUser } from '../subject.ts';

const ten = Array.from({ length: 10 }, (_, index) => index);

/** What holds when many people do things to an event, or to one name, at once. */
export function eventRaceCases(subject: () => Asked): void {
  test('a hundred votes at once are a hundred votes counted', async () => {
    const people = await Promise.all(Array.from({ length: 100 }, () => somebody(subject())));
    const [maker, ...friends] = people;
    if (!maker) throw new Error('nobody');
    const id = await sentEvent(subject(), maker, friends);
    const votes = people.map((voter, index) => voteFor(subject(), voter, id, index % 2 === 0 ? 'A' : 'B'));
    for (const { status } of await Promise.all(votes)) expect(status).toBe(200);
    const after = eventOf(await subject().ask(`event-messenger/event/${id}`, { token: maker.token }));
    const leader = after.place[0]?.confirmed === 'A' ? 'A' : 'B';
    const follower = leader === 'A' ? 'B' : 'A';
    expect(placesOf(after)).toEqual({ [leader]: 'confirmed', [follower]: 50, C: 0 });
    // The votes of what leads are not shown: once it has one less it follows, and they are.
    const deserter = people.find((_, index) => (index % 2 === 0 ? 'A' : 'B') === leader) ?? maker;
    const moved = eventOf(await voteFor(subject(), deserter, id, 'C'));
    expect(placesOf(moved)).toEqual({ [follower]: 'confirmed', [leader]: 49, C: 1 });
  });

  test('ten votes of one person at once are one vote', async () => {
    const maker = await somebody(subject());
    const id = await sentEvent(subject(), maker, []);
    const places = ten.map((index) => (index % 2 === 0 ? 'A' : 'B'));
    await Promise.all(places.map((place) => voteFor(subject(), maker, id, place)));
    const after = eventOf(await subject().ask(`event-messenger/event/${id}`, { token: maker.token }));
    const [leader = ''] = after.place.map(({ confirmed }) => confirmed);
    expect(places).toContain(leader);
    expect(placesOf(after)).toEqual({ A: 0, B: 0, C: 0, [String(leader)]: 'confirmed' });
  });

  test('replies at once are all kept', async () => {
    const [maker, ...friends] = await Promise.all(ten.map(() => somebody(subject())));
    if (!maker) throw new Error('nobody');
    const id = await sentEvent(subject(), maker, friends);
    const reply = { members: [{ reply: 'confirmed' }] };
    await Promise.all(friends.map((friend) => change(subject(), friend, id, reply)));
    const after = eventOf(await subject().ask(`event-messenger/event/${id}`, { token: maker.token }));
    expect(after.members[0]?.confirmed.map((member) => member.id)).toEqual(
      friends.map((friend) => friend.id),
    );
  });

  test('of ten who open one link at once, one is logged in', async () => {
    const { second_login, email } = newcomer();
    const body = { username: second_login, password: 'correct-horse-1', 'e-mail': email };
    await subject().ask('event-messenger/user', { body });
    const { token } = await mailTo(subject(), email);
    const opened = ten.map(() => subject().ask(`event-messenger/user/confirm/${token}`));
    const statuses = (await Promise.all(opened)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, ...ten.slice(1).map(() => 404)]);
  });

  test('of registrations of one name by four contracts at once, one succeeds', async () => {
    for (const _ of ten.slice(0, 3)) {
      const answers = await Promise.all(registrations(newcomer().second_login, subject()));
      const statuses = answers.map(({ status }) => status);
      const refused = [400, 401, 409, 409];
      expect(statuses.filter((status) => status < 300)).toHaveLength(1);
      expect(statuses.filter((status) => status >= 300 && !refused.includes(status))).toEqual([]);
    }
  });

  test('two who take each other’s name at once are told, not turned away', async () => {
    const [one, other] = [await manager(subject()), await manager(subject())];
    const answers = await Promise.all([
      one.change({ username: other.username }),
      other.change({ username: one.username }),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
  });
}

/** event-messenger takes 20 characters for a name and 30 for an e-mail. */
function newcomer() {
  const { second_login } = freshUser();
  const name = second_login.replace('user-', 'n').slice(0, 12);
  return { ...freshUser(), second_login: name, email: `${name}@example.com` };
}

function registrations(name: string, subject: Asked) {
  const users = [freshUser(), freshUser(), freshUser()].map((user) => ({ ...user, second_login: name }));
  const [one = freshUser(), two = one, three = one] = users;
  const visitor = { name: 'Анна', surname: 'Петрова', birthday: '2001-02-28', role: 'visitor' };
  const { email, password, phone } = two;
  return [
    subject.ask('auth-v1/register', { body: one }),
    subject.ask('visitor-auth/auth/register', {
      body: { ...visitor, username: name, email, password, phone_number: phone },
    }),
    subject.ask('user-management/auth/register', {
      body: { user_type: 'ind', username: name, email: three.email, password, contact_number: three.phone },
    }),
    subject.ask('event-messenger/user', {
      body: { username: name, password: 'correct-horse-1', 'e-mail': `${name}@example.com` },
    }),
  ];
}

/** Somebody who can change his account. */
async function manager(subject: Asked) {
  const { id: username, token } = await somebody(subject);
  const { body } = await subject.ask('users-v1/me', { token });
  const id = typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : '';
  return {
    username,
    change: (changes: object) =>
      subject.ask(`user-management/${id}`, { method: 'PUT', body: changes, token }),
  };
}
