/** Percent-decodes; a broken escape leaves the text as it is, because clients and authors type whatever they like. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
