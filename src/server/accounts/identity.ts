const PHONE = /^(?:\+\d{8,15}|[78]\d{10})$/;

/**
 * The one form under which a login, e-mail or phone is unique and is found again: compatibility characters folded
 * (NFKC), lower case, a Russian phone with +7 however it was written. It looks only at the text, not at what kind of name
 * it was given as, so nobody can take another's phone or e-mail as a login.
 *
 * @example normaliseIdentity('8 (916) 123-45-67') // '+79161234567'
 */
export function normaliseIdentity(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const dense = plain.replace(/[\s()-]/g, '');
  return PHONE.test(dense) ? internationalPhone(dense) : plain;
}

function internationalPhone(digits: string): string {
  return digits.startsWith('+') ? digits : `+7${digits.slice(1)}`;
}
