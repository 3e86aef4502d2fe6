import { useEffect, useState } from 'preact/hooks';
import type { components } from 'sverka/types/users-v1';
import { auth, users } from './api.ts';
import { useWork } from './form.ts';
import { Notice } from './notice.tsx';
import { refusalOf } from './refusal.ts';

type User = components['schemas']['User'];

export function Profile({ leave }: { readonly leave: () => void }) {
  const [user, setUser] = useState<User>();
  const { refusal, start } = useWork(async () => {
    const { data, error, response } = await users.GET('/me');
    // The token has expired or was blocked by a logout elsewhere.
    if (response.status === 401) leave();
    if (error) return refusalOf(error, response);
    setUser(data);
    return undefined;
  });
  useEffect(() => void start(undefined), []);
  const logOut = async () => {
    await auth.POST('/logout');
    leave();
  };
  return (
    <section class="card" aria-label="Profile">
      <Notice refusal={refusal} />
      {user && <Contacts user={user} />}
      <div class="row">
        <button type="button" class="plain" onClick={logOut}>
          Log out
        </button>
      </div>
    </section>
  );
}

function Contacts({ user }: { readonly user: User }) {
  const name = user.contacts.find(({ type }) => type === 'second_login')?.value ?? user.id;
  const others = user.contacts.filter(({ type }) => type !== 'second_login');
  return (
    <>
      <h2>{name}</h2>
      <p class="soft">
        {user.groups.map(({ name }) => name).join(', ')}, since{' '}
        {new Date(user.created_at).toLocaleDateString('en-GB', { dateStyle: 'long' })}
      </p>
      <ul class="plain">
        {others.map(({ id, value }) => (
          <li key={id}>{value}</li>
        ))}
      </ul>
    </>
  );
}
