/**
 * The ways a value may be written where it recurs: as it is, percent-encoded (RFC 3986), as a form field
 * (`application/x-www-form-urlencoded`), inside a JSON string, in HTML, and as base64 or base64url with and without padding.
 */
export function encodedForms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const base64 = bytes.toString('base64');
  const forms = [
    value,
    percentEncoded(value),
    new URLSearchParams({ v: value }).toString().slice(2),
    JSON.stringify(value).slice(1, -1),
    htmlEscaped(value),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
  const lower = forms.map((form) => form.replaceAll(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()));
  return [...new Set([...forms, ...lower])];
}

function htmlEscaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A lone surrogate cannot be percent-encoded; such a value is only looked for as it is. */
function percentEncoded(value: string): string {
  return value.isWellFormed() ? encodeURIComponent(value) : value;
}
