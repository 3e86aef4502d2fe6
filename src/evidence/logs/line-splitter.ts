const NEWLINE = 0x0a;
/** A line without an end is binary data, not a log. */
const LONGEST_LINE = 1_048_576;

/**
 * Cuts bytes into lines wherever the chunks happen to end; a letter of several bytes is never torn. A last line
 * without its newline waits for the rest of it.
 */
export function createLineSplitter(onLine: (line: string) => void): (chunk: Uint8Array) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      onLine(bytes.toString('utf8', start, end).replace(/\r$/, ''));
      start = end + 1;
    }
    rest = bytes.length - start > LONGEST_LINE ? Buffer.alloc(0) : Buffer.from(bytes.subarray(start));
  };
}
