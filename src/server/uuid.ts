/** A UUID as databases keep it: lower case, without the URN prefix (RFC 9562, section 4). */
export function canonicalUuid(uuid: string): string {
  return uuid.toLowerCase().replace(/^urn:uuid:/, '');
}
