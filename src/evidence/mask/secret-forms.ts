import { type IsSecret, isSecretKey, isSecretMember } from './secret-keys.ts';

/** A way in which a text gives a secret away. */
export interface SecretForm {
  /**
   * Two groups: the name, and the value, with which the match ends. A server chooses its text: no pattern may look at the
   * same characters from each place it could begin at.
   */
  readonly pattern: RegExp;
  readonly isSecret: IsSecret;
  /** The secret of a value that is written in another way than it is elsewhere. */
  readonly read?: (value: string) => string;
}

const always = () => true;

/** In the order they are masked in: what one of them has masked is no secret to the next. */
export const secretForms: readonly SecretForm[] = [
  {
    pattern: /<([\w.:-]+)(?:\s[^<>]*)?>(?:<!\[CDATA\[)?([^<>]+)(?=<\/\1\s*>|\]\]>)/g,
    // <code> is how HTML shows code.
    isSecret: (name, value) => name !== 'code' && isSecretMember(name, value),
  },
  {
    // A field of multipart/form-data. The name is looked ahead for, so that none of it is given back and tried again.
    pattern:
      /name="?(?=([^"\r\n;]{1,100}))\1"?[^\r\n]{0,200}\r?\n(?:[\w-]+:[^\r\n]{0,200}\r?\n){0,9}\r?\n([\s\S]+?)(?=\r?\n--|$)/g,
    isSecret: (name, value) => value.trim() !== '' && isSecretMember(name, value),
  },
  {
    // Of the schemes other than Bearer only where they are named as such: people write "basic".
    pattern:
      /\b(bearer|authorization["']?[ \t]?[:=][ \t]?["']?(?:basic|digest|token|apikey))\s+([\w.~+/-]{8,}=*)/gi,
    isSecret: always,
  },
  {
    // `https://user:password@host`.
    pattern: /:\/\/([^\s/?#:@]*):([^\s/?#@]+)(?=@)/g,
    isSecret: always,
    read: decoded,
  },
  {
    // In a query, or in a fragment as OAuth answers: `#access_token=…`.
    pattern: /[?&#]([\w.[\]%-]+)=([^\s&#"'<>]+)/g,
    isSecret: (name, value) => isSecretMember(decoded(name), decoded(value)),
    read: decoded,
  },
  {
    pattern: /(?:^|[\s,;({])([\w.-]+)=("[^"]+"|'[^']+'|[^\s&,;)}"']+)/g,
    // `code=409` is what a Prefer header asks for; `--input token=…` is advice.
    isSecret: (name, value) => isSecretMember(name, value) && !/code$/i.test(name) && value !== '…',
    read: unquoted,
  },
  {
    // As headers and people write: `X-Api-Key: 4f9a…`. Only what no prose says: `password: at least 8 characters`.
    pattern: /(?<![\w.-])([\w.-]+)["']?: *(?=[^\s,;"'<>]{0,64}\d)([^\s,;"'<>]{6,})/g,
    isSecret: isSecretKey,
  },
  {
    // A path segment after a word that announces a secret link: `/user/confirm/5d41402a…`.
    pattern:
      /\/(confirm|confirmation|verify|verification|activate|reset|recover|recovery|token|invite|magic)\/([\w.~-]{12,})/gi,
    isSecret: always,
  },
  {
    // A JWT, which needs no name.
    pattern: /(?<![\w-])()(eyJ[\w-]{5,}\.[\w-]{2,}\.[\w-]*)/g,
    isSecret: always,
  },
];

/** What at least one of them, or a member of JSON, needs. Most texts have none of it, and are looked at once. */
export const SUSPICIOUS =
  /=|["']\s*:|:\s*\\?["']|(?:pass|word|code|token|secret|key|otp|pin|id): ?\w|<\/|bearer|eyJ|authorization|:\/\/[^\s/?#@]*@|\/(?:confirm|verif|activate|reset|recover|token|invite|magic)/i;

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
