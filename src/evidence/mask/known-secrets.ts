import { encodedForms } from './encoded-forms.ts';
import { type Fingerprint, isMasked } from './fingerprint.ts';
import { isSecretKey } from './secret-keys.ts';

/** Shorter values recur by chance: masking every `12` would hide the evidence itself. */
const SHORTEST_RECURRING = 4;
/** Shorter values are only masked where they stand alone: a code `1234` is not part of port 12345. */
const SHORTEST_EMBEDDED = 8;
const WORD = '[A-Za-z0-9]';
/** Characters of forms that stand in one regular expression: V8 refuses one that is far longer. */
const MOST_TOGETHER = 50_000;

/** The secrets of one check: noted where a name gives them away, then masked wherever else they recur. */
export interface KnownSecrets {
  /** Remembers a secret and gives its fingerprint. */
  note(secret: string): string;
  /** The text with every known secret masked, in any encoded form. */
  replace(text: string): string;
}

export function createKnownSecrets(fingerprint: Fingerprint): KnownSecrets {
  const secrets = new Set<string>();
  let replace: ((text: string) => string) | undefined;
  return {
    note(secret) {
      if (!isMasked(secret) && recurs(secret) && !secrets.has(secret)) {
        secrets.add(secret);
        replace = undefined;
      }
      return fingerprint(secret);
    },
    replace(text) {
      replace ??= replacer(secrets, fingerprint);
      return replace(text);
    },
  };
}

/** A password that is the word `password` would mask that word in every message about it. */
function recurs(secret: string): boolean {
  return secret.length >= SHORTEST_RECURRING && !isSecretKey(secret);
}

function replacer(secrets: ReadonlySet<string>, fingerprint: Fingerprint): (text: string) => string {
  const masks = new Map<string, string>();
  for (const secret of secrets) {
    const mask = fingerprint(secret);
    for (const form of encodedForms(secret)) masks.set(form, mask);
  }
  // The longest first: a secret may begin with another one.
  const searches = searchesFor([...masks.keys()].sort((a, b) => b.length - a.length));
  return (text) =>
    searches.reduce<string>(
      (left, search) => left.replaceAll(search, (form) => masks.get(form) ?? form),
      text,
    );
}

/** What to look for, in this order: a server may answer a token of megabytes, or a hundred thousand of them. */
function searchesFor(forms: readonly string[]): (string | RegExp)[] {
  const searches: (string | RegExp)[] = [];
  let together: string[] = [];
  let size = 0;
  const finish = () => {
    if (together.length > 0) searches.push(new RegExp(together.join('|'), 'g'));
    together = [];
    size = 0;
  };
  for (const form of forms) {
    if (form.length > MOST_TOGETHER) {
      searches.push(form);
      continue;
    }
    if (size + form.length > MOST_TOGETHER) finish();
    together.push(pattern(form));
    size += form.length;
  }
  finish();
  return searches;
}

function pattern(form: string): string {
  const literal = form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return form.length < SHORTEST_EMBEDDED ? `(?<!${WORD})${literal}(?!${WORD})` : literal;
}
