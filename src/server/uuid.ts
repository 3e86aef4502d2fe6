/** A UUID as databases keep it: lower case, without the URN prefix (RFC 9562, section 4). */
export function canonicalUuid(uuid: string): string {
  return uuid.toLowerCase().replace(/^urn:uuid:/, '');
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** True for a UUID as databases keep it. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
