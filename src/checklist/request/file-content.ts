/** What a file holds, and its media type where that is known. */
export interface FileContent {
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
}

/** A file as a checklist writes it: text, or a base64 `data:` URL (RFC 2397), as which a binary answer is seen, too. */
export function fileContent(text: string): FileContent {
  const [, type, base64] = /^data:([^,]*);base64,([A-Za-z0-9+/=]*)$/.exec(text) ?? [];
  if (base64 === undefined) return { type: undefined, bytes: Buffer.from(text) };
  return { type: type || undefined, bytes: Buffer.from(base64, 'base64') };
}
