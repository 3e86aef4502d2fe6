import { createClient } from 'sverka/client';
import { server } from './server.ts';
import { keepTokens, readTokens, type Tokens } from './session.ts';

/** Renewed this long before it ends, seconds: a request takes its time. */
const ahead = 30;

/** Sends no token, so that renewing one does not wait for itself. */
const guest = createClient('auth-v1', { server });

let renewing: Promise<void> | undefined;

/** The access token, renewed when it is about to end. A refresh token works once: who asks meanwhile waits for the same. */
export async function token(): Promise<string | undefined> {
  const tokens = readTokens();
  if (tokens === undefined || !endsSoon(tokens.access_token)) return tokens?.access_token;
  renewing ??= renew(tokens).finally(() => {
    renewing = undefined;
  });
  await renewing;
  return readTokens()?.access_token;
}

/** A refusal ends the session. */
async function renew({ refresh_token }: Tokens): Promise<void> {
  const { data } = await guest.POST('/refresh', { body: { refresh_token } });
  keepTokens(data);
}

/** By the `exp` of the JWT (RFC 7519 section 4.1.4), seconds; one that has none never ends. */
function endsSoon(jwt: string): boolean {
  const [, payload = ''] = jwt.split('.');
  const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  return exp !== undefined && exp - ahead < Date.now() / 1000;
}
