import { maskText, type Note } from './mask-text.ts';
import { isSecretKey } from './secret-keys.ts';

type Headers = Readonly<Record<string, string>>;

/** Masks credentials in headers; the scheme of Authorization and the names of cookies stay readable. */
export function maskHeaders(headers: Headers, note: Note): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, maskHeader(name, value, note)]),
  );
}

function maskHeader(name: string, value: string, note: Note): string {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return maskCredentials(value, note);
    case 'cookie':
      return value.replaceAll(
        /([^=;\s]+)=([^;]*)/g,
        (_, key: string, secret: string) => `${key}=${noted(secret, note)}`,
      );
    case 'set-cookie':
      return maskSetCookie(value, note);
    default:
      return isSecretKey(name) ? noted(value, note) : maskText(value, note);
  }
}

/** RFC 9110 section 11.4: a scheme, a space, credentials. The password inside Basic is a secret of its own. */
function maskCredentials(value: string, note: Note): string {
  const [, scheme = '', credentials = value] = /^([A-Za-z][\w-]*)\s+(.+)$/s.exec(value) ?? [];
  if (scheme.toLowerCase() === 'basic') {
    const [, password] = /^[^:]*:(.+)$/s.exec(Buffer.from(credentials, 'base64').toString('utf8')) ?? [];
    if (password) note(password);
  }
  return scheme ? `${scheme} ${noted(credentials, note)}` : noted(credentials, note);
}

/** Several cookies may be joined by commas; an Expires date has a comma too, but no `name=` after it. */
function maskSetCookie(value: string, note: Note): string {
  return value.replaceAll(
    /(^|,\s*)([^=;,\s]+)=([^;,]*)/g,
    (_, before: string, key: string, secret: string) => `${before}${key}=${noted(secret, note)}`,
  );
}

/** That a value is empty is worth seeing, and no secret. */
function noted(secret: string, note: Note): string {
  return secret.trim() === '' ? secret : note(secret);
}
