const words = { 'content-type': 'application/json' };

/** Registers with auth-v2 and asks for a code by mail; resolves with the address it goes to. */
export async function askForCode(
  mock: string,
  name: string,
  session: Record<string, string> = {},
): Promise<string> {
  const email = `${name}@example.com`;
  const person = { name: 'Анна', surname: 'Петрова', patronymic: 'Сергеевна', phone_number: '+79041230077' };
  const post = (path: string, body: unknown, token = '') =>
    fetch(`${mock}/auth-v2/v2/auth/${path}`, {
      method: 'POST',
      headers: { ...words, ...session, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const registered = await post('registration', {
    ...person,
    email_address: email,
    password: 'correct horse battery',
  });
  const { data } = await registered.json();
  await post('verification', { login: email }, data.token);
  return email;
}
