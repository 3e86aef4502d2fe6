import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { detailOf, faultsOf, freshUser, register, type Subject } from '../subject.ts';

const userSchema = z.object({
  id: z.uuid(),
  created_at: z.iso.datetime(),
  updated_at: z.null(),
  is_active: z.literal(true),
  profile: z.null(),
  groups: z.array(z.object({ id: z.int(), name: z.string() })),
  contacts: z.array(z.object({ id: z.uuid(), type: z.string(), value: z.string() })),
});

/** What users promises, to the letter of its checklist. */
export function usersCases(subject: () => Subject): void {
  test('an account reads itself with its groups and contacts', async () => {
    const { user, access_token: token } = await register(subject(), {
      group_names: ['organizer', 'customer'],
    });
    const answer = await subject().ask('users-v1/me', { token });
    expect(answer.status).toBe(200);
    const me = userSchema.parse(answer.body);
    expect(me.groups.map(({ name }) => name)).toEqual(['customer', 'organizer']);
    expect(me.contacts.map(({ type, value }) => [type, value])).toEqual([
      ['second_login', user.second_login],
      ['email', user.email],
      ['phone', user.phone],
    ]);
  });

  test('creating a user gives the whole user, whom others can then read', async () => {
    const { access_token: token } = await register(subject());
    const created = await subject().ask('users-v1/', { body: freshUser(), token });
    expect(created.status).toBe(201);
    const { id } = userSchema.parse(created.body);
    const read = await subject().ask(`users-v1/${id}`, { token });
    expect([read.status, read.body]).toEqual([200, created.body]);
  });

  test('an id is the same in capital letters', async () => {
    const { access_token: token } = await register(subject());
    const { id } = userSchema.parse((await subject().ask('users-v1/me', { token })).body);
    expect((await subject().ask(`users-v1/${id.toUpperCase()}`, { token })).status).toBe(200);
  });

  test('a second_login that is taken is refused', async () => {
    const { user, access_token: token } = await register(subject());
    const body = { ...freshUser(), second_login: user.second_login };
    const answer = await subject().ask('users-v1/', { body, token });
    expect([answer.status, detailOf(answer)]).toEqual([400, 'already exists']);
  });

  test('nothing is done without a token, whatever else is wrong', async () => {
    const asked = [
      subject().ask('users-v1/', { body: freshUser() }),
      subject().ask('users-v1/', { body: '{"broken' }),
      subject().ask('users-v1/me'),
      subject().ask('users-v1/not-an-id'),
    ];
    for (const answer of await Promise.all(asked)) {
      expect([answer.status, detailOf(answer)]).toEqual([401, 'Not authenticated']);
    }
  });

  test('an id that nobody has is not found, one that is no UUID is invalid', async () => {
    const { access_token: token } = await register(subject());
    const unknown = await subject().ask(`users-v1/${randomUUID()}`, { token });
    expect([unknown.status, detailOf(unknown)]).toEqual([404, 'User not found']);
    const invalid = await subject().ask('users-v1/42', { token });
    expect([invalid.status, faultsOf(invalid)]).toEqual([422, ['uuid_parsing path/id']]);
  });
}
