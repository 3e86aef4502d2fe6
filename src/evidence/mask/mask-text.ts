import { type SecretForm, SUSPICIOUS, secretForms } from './secret-forms.ts';
import { isSecretMember } from './secret-keys.ts';

/** Takes a secret, remembers it, gives what to write in its place. */
export type Note = (secret: string) => string;

/**
 * Masks what gives itself away as a secret in free text: a JWT, a bearer token, `?token=…`, `password=…`,
 * `"secret": "…"`, `<token>…</token>`, a multipart field, a token in the path of a link, the password of a URL.
 */
export function maskText(text: string, note: Note): string {
  if (!SUSPICIOUS.test(text)) return text;
  return secretForms.reduce((masked, form) => maskForms(masked, form, note), maskMembers(text, note));
}

function maskForms(text: string, { pattern, isSecret, read = itself }: SecretForm, note: Note): string {
  return text.replaceAll(pattern, (all: string, name: string, value: string) =>
    isSecret(name, value) ? all.slice(0, all.length - value.length) + note(read(value)) : all,
  );
}

function itself(value: string): string {
  return value;
}

/**
 * In double quotes, in single ones as Python prints a dictionary, in escaped ones inside a string, the name in none as
 * GraphQL has it; also where the text was cut off in the middle of the value.
 */
const JSON_PAIR = /(\\?["']|)(?<![\w.-])([\w.-]+)\1(\s*:\s*)(\\?["'])((?:(?!\4)(?:[^\\]|\\.))+)(\4|$)/g;

/** Also those of JSON that is the text of a member. */
function maskMembers(text: string, note: Note): string {
  return text.replaceAll(
    JSON_PAIR,
    (_, quote: string, key: string, colon: string, mark: string, value: string, end: string) =>
      quote +
      key +
      quote +
      colon +
      mark +
      (isSecretMember(key, value) ? note(value) : maskMembers(value, note)) +
      end,
  );
}

/** The fields of `application/x-www-form-urlencoded`, masked by their names. */
export function maskForm(body: string, note: Note): string {
  return maskText(`?${body}`, note).slice(1);
}
