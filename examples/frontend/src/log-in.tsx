import { useState } from 'preact/hooks';
import { auth } from './api.ts';
import { Field } from './field.tsx';
import { fieldsOf, useWork } from './form.ts';
import { Notice } from './notice.tsx';
import { refusalOf } from './refusal.ts';
import type { Tokens } from './session.ts';

export function LogIn({ done }: { readonly done: (tokens: Tokens) => void }) {
  const [isNew, setNew] = useState(false);
  const { refusal, busy, start } = useWork(async (form: HTMLFormElement) => {
    const { data, error, response } = isNew ? await register(form) : await logIn(form);
    if (error) return refusalOf(error, response);
    done(data);
    return undefined;
  });
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        start(event.currentTarget);
      }}
    >
      <h2>{isNew ? 'Create an account' : 'Log in'}</h2>
      <Field label={isNew ? 'Name' : 'Name, e-mail or phone'} name="login" autocomplete="username" required />
      {isNew && <Field label="E-mail" name="email" type="email" autocomplete="email" required />}
      {isNew && <Field label="Phone" name="phone" type="tel" autocomplete="tel" required />}
      <Field label="Password" name="password" type="password" autocomplete="current-password" required />
      <Notice refusal={refusal} />
      <div class="row">
        <button type="submit" disabled={busy}>
          {isNew ? 'Create' : 'Log in'}
        </button>
        <button type="button" class="plain" onClick={() => setNew(!isNew)}>
          {isNew ? 'I have an account' : 'I am new here'}
        </button>
      </div>
    </form>
  );
}

function logIn(form: HTMLFormElement) {
  const { login = '', password = '' } = fieldsOf(form);
  return auth.POST('/login', { body: { login, password } });
}

function register(form: HTMLFormElement) {
  const { login = '', email = '', phone = '', password = '' } = fieldsOf(form);
  return auth.POST('/register', {
    body: { second_login: login, email, phone, password, group_names: ['customer'] },
  });
}
