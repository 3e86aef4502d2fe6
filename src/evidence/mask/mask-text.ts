import { isSecretKey, isSecretMember } from './secret-keys.ts';

/** Takes a secret, remembers it, gives what to write in its place. */
export type Note = (secret: string) => string;

// A server chooses its text: none of these may look at the same characters from each place it could begin at.
const JWT = /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{2,}\.[\w-]*/g;
/** Of the other schemes only where they are named as such: people write "basic". */
const CREDENTIALS =
  /\b((?:bearer|authorization["']?[ \t]?[:=][ \t]?["']?(?:basic|digest|token|apikey))\s+)([\w.~+/-]{8,}=*)/gi;
/** `https://user:password@host`. */
const URL_PASSWORD = /(:\/\/[^\s/?#:@]*:)([^\s/?#@]+)(?=@)/g;
/** In a query, or in a fragment as OAuth answers: `#access_token=…`. */
const QUERY_PAIR = /([?&#])([\w.[\]%-]+)=([^\s&#"'<>]+)/g;
const LOOSE_PAIR = /(^|[\s,;({])([\w.-]+)=("[^"]+"|'[^']+'|[^\s&,;)}"']+)/g;
/** As headers and people write: `X-Api-Key: 4f9a…`. Only what no prose says: `password: at least 8 characters`. */
const COLON_PAIR = /(?<![\w.-])([\w.-]+)(["']?: *)(?=[^\s,;"'<>]{0,64}\d)([^\s,;"'<>]{6,})/g;
/**
 * In double quotes, in single ones as Python prints a dictionary, in escaped ones inside a string, the name in none as
 * GraphQL has it; also where the text was cut off in the middle of the value.
 */
const JSON_PAIR = /(\\?["']|)(?<![\w.-])([\w.-]+)\1(\s*:\s*)(\\?["'])((?:(?!\4)(?:[^\\]|\\.))+)(\4|$)/g;
const XML_ELEMENT = /(<([\w.:-]+)(?:\s[^<>]*)?>(?:<!\[CDATA\[)?)([^<>]+)(?=<\/\2\s*>|\]\]>)/g;
const MULTIPART_FIELD =
  /(name="?([^"\r\n;]{1,100})"?[^\r\n]{0,200}\r?\n(?:[\w-]+:[^\r\n]{0,200}\r?\n){0,9}\r?\n)([\s\S]+?)(?=\r?\n--|$)/g;
/** A path segment after a word that announces a secret link: `/user/confirm/5d41402a…`. */
const PATH_TOKEN =
  /(\/(?:confirm|confirmation|verify|verification|activate|reset|recover|recovery|token|invite|magic)\/)([\w.~-]{12,})/gi;

/** What at least one of them needs. Most texts of an exchange have none of it, and are looked at once, not eight times. */
const SUSPICIOUS =
  /=|["']\s*:|:\s*\\?["']|(?:pass|word|code|token|secret|key|otp|pin|id): ?\w|<\/|bearer|eyJ|authorization|:\/\/[^\s/?#@]*@|\/(?:confirm|verif|activate|reset|recover|token|invite|magic)/i;

/**
 * Masks what gives itself away as a secret in free text: a JWT, a bearer token, `?token=…`, `password=…`,
 * `"secret": "…"`, `<token>…</token>`, a multipart field, a token in the path of a link, the password of a URL.
 */
export function maskText(text: string, note: Note): string {
  if (!SUSPICIOUS.test(text)) return text;
  return maskMembers(text, note)
    .replaceAll(XML_ELEMENT, (all: string, tag: string, name: string, value: string) =>
      // <code> is how HTML shows code.
      name !== 'code' && isSecretMember(name, value) ? tag + note(value) : all,
    )
    .replaceAll(MULTIPART_FIELD, (all: string, head: string, key: string, value: string) =>
      value.trim() !== '' && isSecretMember(key, value) ? head + note(value) : all,
    )
    .replaceAll(CREDENTIALS, (_, scheme: string, token: string) => scheme + note(token))
    .replaceAll(URL_PASSWORD, (_, before: string, password: string) => before + note(decoded(password)))
    .replaceAll(QUERY_PAIR, (all: string, before: string, key: string, value: string) =>
      isSecretMember(decoded(key), decoded(value)) ? `${before}${key}=${note(decoded(value))}` : all,
    )
    .replaceAll(LOOSE_PAIR, (all: string, before: string, key: string, value: string) =>
      // `code=409` is what a Prefer header asks for; `--input token=…` is advice.
      isSecretMember(key, value) && !/code$/i.test(key) && value !== '…'
        ? `${before}${key}=${note(unquoted(value))}`
        : all,
    )
    .replaceAll(COLON_PAIR, (all: string, key: string, colon: string, value: string) =>
      isSecretKey(key) ? key + colon + note(value) : all,
    )
    .replaceAll(PATH_TOKEN, (_, before: string, token: string) => before + note(token))
    .replaceAll(JWT, (token: string) => note(token));
}

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

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}
