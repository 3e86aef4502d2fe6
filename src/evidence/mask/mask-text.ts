import { isSecretKey, isSecretMember } from './secret-keys.ts';

/** Takes a secret, remembers it, gives what to write in its place. */
export type Note = (secret: string) => string;

const JWT = /\beyJ[\w-]{5,}\.[\w-]{2,}\.[\w-]*/g;
const BEARER = /\b(bearer\s+)([\w.~+/-]{8,}=*)/gi;
/** `https://user:password@host`. */
const URL_PASSWORD = /(:\/\/[^\s/?#:@]*:)([^\s/?#@]+)(?=@)/g;
/** In a query, or in a fragment as OAuth answers: `#access_token=…`. */
const QUERY_PAIR = /([?&#])([\w.[\]-]+)=([^\s&#"'<>]+)/g;
const LOOSE_PAIR = /(^|[\s,;({])([\w.-]+)=("[^"]+"|'[^']+'|[^\s&,;)}"']+)/g;
/** As headers and people write: `X-Api-Key: 4f9a…`. Only what no prose says: `password: at least 8 characters`. */
const COLON_PAIR = /(?<![\w.-])([\w.-]+)(: *)(?=[^\s,;"'<>]*\d)([^\s,;"'<>]{6,})/g;
/** In double quotes, or in single ones as Python prints a dictionary. */
const JSON_PAIR = /(["'])([\w.-]+)\1(\s*:\s*)(["'])((?:(?!\4)[^\\]|\\.)+)\4/g;
const XML_ELEMENT = /(<([\w.:-]+)(?:\s[^<>]*)?>)([^<>]+)(?=<\/\2\s*>)/g;
const MULTIPART_FIELD = /(name="?([\w.-]+)"?[^\r\n]*\r?\n(?:[\w-]+:[^\r\n]*\r?\n)*\r?\n)([^\r\n]+)/g;
/** A path segment after a word that announces a secret link: `/user/confirm/5d41402a…`. */
const PATH_TOKEN =
  /(\/(?:confirm|confirmation|verify|verification|activate|reset|recover|recovery|token|invite|magic)\/)([\w.~-]{12,})/gi;

/** What at least one of them needs. Most texts of an exchange have none of it, and are looked at once, not eight times. */
const SUSPICIOUS =
  /=|["']\s*:|(?:pass|word|code|token|secret|key|otp|pin|id): ?\w|<\/|bearer|eyJ|:\/\/[^\s/?#@]*@|\/(?:confirm|verif|activate|reset|recover|token|invite|magic)/i;

/**
 * Masks what gives itself away as a secret in free text: a JWT, a bearer token, `?token=…`, `password=…`,
 * `"secret": "…"`, `<token>…</token>`, a multipart field, a token in the path of a link, the password of a URL.
 */
export function maskText(text: string, note: Note): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text
    .replaceAll(
      JSON_PAIR,
      (all: string, quote: string, key: string, colon: string, mark: string, value: string) =>
        isSecretMember(key, value) ? quote + key + quote + colon + mark + note(value) + mark : all,
    )
    .replaceAll(XML_ELEMENT, (all: string, tag: string, name: string, value: string) =>
      isSecretMember(name, value) ? tag + note(value) : all,
    )
    .replaceAll(MULTIPART_FIELD, (all: string, head: string, key: string, value: string) =>
      isSecretMember(key, value) ? head + note(value) : all,
    )
    .replaceAll(URL_PASSWORD, (_, before: string, password: string) => before + note(decoded(password)))
    .replaceAll(QUERY_PAIR, (all: string, before: string, key: string, value: string) =>
      isSecretMember(key, decoded(value)) ? `${before}${key}=${note(decoded(value))}` : all,
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
    .replaceAll(BEARER, (_, scheme: string, token: string) => scheme + note(token))
    .replaceAll(JWT, (token: string) => note(token));
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
