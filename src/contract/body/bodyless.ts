/** True for responses that never have content, whatever is documented (RFC 9110 section 6.4.1). */
export function isBodyless(method: string, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 205 || status === 304;
}
