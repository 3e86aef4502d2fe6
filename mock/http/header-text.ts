const carried = /^[\t\x20-\x7e\x80-\xff]*$/;

/** What a header may carry (RFC 9110 section 5.5): no control characters, and what is not Latin-1 percent-encoded. */
export function headerSafe(text: string): string {
  if (carried.test(text)) return text;
  return text
    .replace(/[\r\n\0]+/g, ' ')
    .replace(/[^\t\x20-\x7e\x80-\xff]/gu, (char) =>
      char < ' ' || char === '\x7f' ? '' : encodeURIComponent(char.toWellFormed()),
    );
}
