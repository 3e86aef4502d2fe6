import { text } from '../../contract/document/members.ts';
import { escapeStep } from '../../contract/document/pointer.ts';
import { isObject, type Json, type JsonObject } from '../../contract/json.ts';

/** A document with the name it is reported by: a contract or checklist id. */
export interface NamedDocument {
  readonly id: string;
  readonly document: JsonObject;
}

/**
 * One entry of an `x-source`: a line of a source document, or whatever else numbers its statements (`REQ-12`, `4.2`); a part
 * of one where a line holds several.
 */
export interface Statement {
  readonly kind: 'statement';
  /** `document:line` or `document:line#part`. */
  readonly id: string;
  /** Verbatim; empty where only the line is cited. */
  readonly text: string;
}

/** One entry of an `x-errata`, or the `erratum` that a check proves. */
export interface Erratum {
  readonly kind: 'erratum';
  readonly id: string;
  /** What was decided; empty where the id alone points to it. */
  readonly text: string;
  /** Why no check can prove it, where none can. */
  readonly unchecked?: string;
}

/** A citation and the JSON Pointer of the object that makes it. */
export interface Citation {
  readonly pointer: string;
  readonly cited: Statement | Erratum;
}

/** Everything that `x-source` and `x-errata` say at and below a value, in document order. */
export function citations(value: Json, pointer = ''): Citation[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => citations(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  const own = [...objects(value['x-source']), ...objects(value['x-errata'])].flatMap(readCited);
  const below = Object.entries(value).filter(([member]) => member !== 'x-source' && member !== 'x-errata');
  return [
    ...own.map((cited) => ({ pointer, cited })),
    ...below.flatMap(([member, item]) => citations(item, `${pointer}/${escapeStep(member)}`)),
  ];
}

function readCited(entry: JsonObject): (Statement | Erratum)[] {
  const { document, line, part, erratum, id } = entry;
  if (typeof document === 'string' && (typeof line === 'number' || typeof line === 'string')) {
    const place = `${document}:${line}`;
    return [
      {
        kind: 'statement',
        id: typeof part === 'string' ? `${place}#${part}` : place,
        text: text(entry.text) ?? '',
      },
    ];
  }
  const name = erratum ?? id;
  if (typeof name !== 'string') return [];
  const unchecked = text(entry.unchecked);
  return [
    {
      kind: 'erratum',
      id: name,
      text: text(entry.decision) ?? '',
      ...(unchecked === undefined ? {} : { unchecked }),
    },
  ];
}

/** One object or a list of them, as a list. */
const objects = (value: Json | undefined): JsonObject[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => isObject(item));
