/** The header that names a session; without it all requests share one. */
const sessionHeader = 'x-mock-session';

/** What a session may be called. */
const sessionName = /^[A-Za-z0-9._~-]{1,64}$/;

/**
 * Why a request that names a session cannot have one; undefined when it can, or names none. To answer it from the shared
 * session would mix what tests want to keep apart.
 */
export function whyNoSession(headers: Readonly<Record<string, string>>): string | undefined {
  const name = headers[sessionHeader];
  if (name === undefined || sessionName.test(name)) return undefined;
  return `X-Mock-Session: "${name}" names no session. A name has up to 64 letters, digits, dots, hyphens, underscores or tildes.`;
}

/** The session a request names; empty for the shared one, also where the name is none. */
export function sessionOf(headers: Readonly<Record<string, string>>): string {
  const name = headers[sessionHeader];
  return name !== undefined && sessionName.test(name) ? name : '';
}
