/** Names that hold a secret whatever stands before them: `access_token`, `new-password`, `clientSecret`, `x-api-key`. */
const SECRET_ENDING =
  /(password|passwd|passphrase|passcode|pwd|token|secret|secretkey|privatekey|accesskey|apikey|otp|jwt|pincode|sessionid)$/;
const SECRET_BEGINNING = /^(password|passwd|passphrase)/;
const SECRET_NAME =
  /^(authorization|proxyauthorization|xauth|cookie|setcookie|pin|sid|cvv|cvc|credentials?|sig|xamzsignature|xgoogsignature)$/;

/** Members that hold a secret when they hold a text; `max_tokens: 512` and `pass: 12` count something. */
const SECRET_TEXT = /(^pass|tokens|passwords|secrets|(recovery|backup)codes)$/;

/** Members that hold a one-time code, unless the value reads like an error code. */
const CODE =
  /^(|sms|email|mail|phone|confirm|confirmation|verification|verify|auth|authorization|recovery|reset|login|onetime)code$/;

/** An error code is a word (`not_found`, `NotFound`), a short number, or letters and a short number (`A2-3`, `E404`). */
const ERROR_CODE =
  /^([A-Za-z]{1,40}(?:[_.\- :][A-Za-z]{1,40}){0,6}|E\d{1,4}|[A-Z]\w{0,5}[-_: ]\d{1,4}|\d{1,3})$/;

/** Whether a member of that name and value holds a secret. */
export type IsSecret = (key: string, value: string) => boolean;

/** The same few names recur in every exchange of a run. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 1000;

/** True when a member of that name holds a secret. `token_type` and `token-expiry` do not. */
export function isSecretKey(key: string): boolean {
  const known = judged.get(key);
  if (known !== undefined) return known;
  const name = normalise(key);
  const secret = SECRET_ENDING.test(name) || SECRET_BEGINNING.test(name) || SECRET_NAME.test(name);
  if (judged.size < MOST_JUDGED) judged.set(key, secret);
  return secret;
}

/** Like `isSecretKey`, and knows that `code` is a one-time code unless its value reads like an error code. */
export function isSecretMember(key: string, value: string): boolean {
  if (isSecretKey(key)) return true;
  const name = normalise(key);
  return CODE.test(name) ? !ERROR_CODE.test(value) : SECRET_TEXT.test(name) && !isCount(value);
}

function isCount(value: string): boolean {
  return /^\d*$/.test(value);
}

function normalise(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
