/** The header that names a session; without it all requests share one. */
const sessionHeader = 'x-mock-session';

/** What a session may be called. */
const sessionName = /^[A-Za-z0-9._~-]{1,64}$/;

/** The session a request names; empty for the shared one, also where the name is none. */
export function sessionOf(headers: Readonly<Record<string, string>>): string {
  const name = headers[sessionHeader];
  return name !== undefined && sessionName.test(name) ? name : '';
}
