/** Names that hold a secret whatever stands before them: `access_token`, `new-password`, `clientSecret`, `x-api-key`. */
const SECRET_ENDING = /(password|passwd|passphrase|pwd|token|secret|secretkey|privatekey|apikey|otp)$/;
const SECRET_BEGINNING = /^(password|passwd|passphrase)/;
const SECRET_HEADER = /^(authorization|proxyauthorization|cookie|setcookie|xapikey)$/;

/** Members that hold a one-time code, unless the value reads like an error code. */
const CODE =
  /^(|sms|email|mail|phone|confirm|confirmation|verification|verify|auth|authorization|recovery|reset|login|onetime)code$/;

/** An error code is a word (`not_found`, `NotFound`), a short number, or letters and a short number (`A2-3`, `E404`). */
const ERROR_CODE =
  /^([A-Za-z]{1,40}(?:[_.\- :][A-Za-z]{1,40}){0,6}|E\d{1,4}|[A-Z]\w{0,5}[-_: ]\d{1,4}|\d{1,3})$/;

/** The same few names recur in every exchange of a run. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 1000;

/** True when a member of that name holds a secret. `token_type` and `token-expiry` do not. */
export function isSecretKey(key: string): boolean {
  const known = judged.get(key);
  if (known !== undefined) return known;
  const name = normalise(key);
  const secret = SECRET_ENDING.test(name) || SECRET_BEGINNING.test(name) || SECRET_HEADER.test(name);
  if (judged.size < MOST_JUDGED) judged.set(key, secret);
  return secret;
}

/** Like `isSecretKey`, and knows that `code` is a one-time code unless its value reads like an error code. */
export function isSecretMember(key: string, value: string): boolean {
  if (isSecretKey(key)) return true;
  return CODE.test(normalise(key)) && !ERROR_CODE.test(value);
}

function normalise(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
