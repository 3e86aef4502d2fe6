/**
 * The smallest file of a kind, for bytes that nobody described: one grey pixel, an empty page. What gets it can show it. Undefined
 * for kinds that are not known here.
 */
export function sampleFile(mediaType: string): Uint8Array | undefined {
  const [essence = ''] = mediaType.split(';', 1);
  return files.get(essence.trim().toLowerCase())?.();
}

const files: ReadonlyMap<string, () => Uint8Array> = new Map([
  ['image/png', () => base64(png)],
  ['image/gif', () => base64('R0lGODlhAQABAIAAAICAgAAAACwAAAAAAQABAAACAkQBADs=')],
  ['image/jpeg', jpeg],
  ['image/jpg', jpeg],
  ['image/svg+xml', () => bytes(svg)],
  ['application/pdf', () => bytes(pdf())],
  ['application/zip', () => bytes(`PK\x05\x06${'\0'.repeat(18)}`)],
]);

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1v1H0z" fill="gray"/></svg>';

const pdfObjects = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
];

/** One page of A4, and the table of where its objects begin (ISO 32000-1, 7.5). */
function pdf(): string {
  let text = '%PDF-1.4\n';
  let table = `xref\n0 ${pdfObjects.length + 1}\n0000000000 65535 f \n`;
  for (const [at, object] of pdfObjects.entries()) {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${at + 1} 0 obj${object}endobj\n`;
  }
  const trailer = `trailer<</Size ${pdfObjects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return text + table + trailer;
}

/** One pixel, each table with its only entry (ITU-T T.81, annex B). */
function jpeg(): Uint8Array {
  const quantization = [0xff, 0xdb, 0, 67, 0, ...Array<number>(64).fill(1)];
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
  const codes = (table: number) => [0xff, 0xc4, 0, 20, table, 1, ...Array<number>(16).fill(0)];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f];
  return Uint8Array.of(
    ...[0xff, 0xd8, ...quantization, ...frame, ...codes(0), ...codes(0x10), ...scan, 0xff, 0xd9],
  );
}

function base64(text: string): Uint8Array {
  return bytes(atob(text));
}

/** One byte for each character. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
