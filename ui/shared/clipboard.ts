/** How long a button says that it has copied, milliseconds. */
export const COPIED_FOR = 1400;

/** Browsers give pages from a file, or from another machine without TLS, no clipboard API; the old way still works there. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}
