import type { Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const noSpace = /^\S+$/;

/**
 * The formats of JSON Schema 2020-12 and of the OpenAPI Format Registry. Unknown ones accept everything, as the specification wants.
 * Stricter than ajv-formats where RFCs are: no `urn:uuid:` before a UUID (RFC 9562), `T` between date and time (RFC 3339 5.6).
 */
export const formats: Readonly<Record<string, Format>> = {
  ...fullFormats,
  uuid,
  'date-time': isDateTime,
  'idn-email': /^[^\s@]+@[^\s@]+$/u,
  'idn-hostname': (text: string) => URL.canParse(`http://${text}`) && !/[\s/:?#@]/u.test(text),
  iri: (text: string) => noSpace.test(text) && /^[a-z][a-z0-9+.-]*:/i.test(text),
  'iri-reference': /^\S*$/u,
};

const dateTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** RFC 3339 section 5.6, and a day that its month has. */
function isDateTime(text: string): boolean {
  if (!dateTime.test(text)) return false;
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate();
  return day === Number(text.slice(8, 10));
}
