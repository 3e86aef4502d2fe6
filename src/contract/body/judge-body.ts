import { isJson, type ParsedMediaType } from '../document/media-types.ts';
import type { Json } from '../json.ts';
import type { CompileOptions } from '../schema/compile.ts';
import { facetsOf, typesOf } from '../schema/facets.ts';
import type { Direction } from '../schema/hidden-properties.ts';
import type { ScanOptions } from '../source/scan-json.ts';
import type { Contract, MediaType, Schema, Violation } from '../types.ts';
import { validateValue } from '../validate-value.ts';
import { violation } from '../violation.ts';
import { isJsonLines, parseBody } from './parse-body.ts';
import type { BodyFault, ReadBody } from './parsed-body.ts';

export interface JudgedBody {
  readonly value: unknown;
  readonly violations: readonly Violation[];
}

interface BodyOptions extends ScanOptions {
  readonly direction: Direction;
  readonly refuseHidden?: boolean;
  /** What a JSON body says, where that is known already. */
  readonly value?: Json | undefined;
}

/** From this size on a body is judged up to its first mismatch only: listing a hundred thousand helps an attacker alone. */
const bigBody = 256 * 1024;

/** Parses a body of a documented media type and judges it. Requests and responses differ in `direction` alone. */
export function judgeBody(
  contract: Contract,
  bytes: Uint8Array,
  contentType: ParsedMediaType,
  mediaType: MediaType,
  options: BodyOptions,
): JudgedBody {
  const parsed =
    knownBody(contentType, options) ?? parseBody(contract, bytes, contentType, mediaType, options);
  if ('fault' in parsed) return { value: undefined, violations: [syntax(parsed.fault)] };
  const firstOnly = bytes.length > bigBody;
  const judging = isJsonLines(contentType.essence) ? byLine(contract, mediaType) : mediaType;
  return { value: parsed.value, violations: judge(contract, judging, parsed, { ...options, firstOnly }) };
}

/** Before OpenAPI 3.2 had `itemSchema`, lines were described by a `schema` for one of them. */
function byLine(contract: Contract, mediaType: MediaType): Pick<MediaType, 'schema' | 'itemSchema'> {
  const { schema } = mediaType;
  if (schema === undefined || typesOf(facetsOf(contract, schema)).has('array')) return mediaType;
  return { itemSchema: schema };
}

function knownBody({ essence }: ParsedMediaType, { value }: BodyOptions): ReadBody | undefined {
  return value !== undefined && isJson(essence) ? { value, judged: value, judgeable: true } : undefined;
}

function judge(
  contract: Contract,
  { schema, itemSchema }: Pick<MediaType, 'schema' | 'itemSchema'>,
  { judged, judgeable }: ReadBody,
  { direction, refuseHidden = false, firstOnly = false }: CompileOptions,
): readonly Violation[] {
  if (!judgeable) return [];
  const options = { direction, refuseHidden };
  const whole =
    schema === undefined ? [] : validateValue(contract, schema, judged, { ...options, firstOnly });
  if (itemSchema === undefined || !Array.isArray(judged)) return whole;
  return [...whole, ...judgeItems(contract, itemSchema, judged, options)];
}

/** Sequential media types (OpenAPI 3.2): every item by itself; the first that is wrong tells. */
function judgeItems(contract: Contract, schema: Schema, items: readonly unknown[], options: CompileOptions) {
  for (const [index, item] of items.entries()) {
    const found = validateValue(contract, schema, item, { ...options, path: [index] });
    if (found.length > 0) return found;
  }
  return [];
}

function syntax({ message, params }: BodyFault): Violation {
  return violation('body', 'syntax', message, { params });
}
