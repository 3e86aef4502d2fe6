import { parseParameters } from '../../src/contract/document/media-types.ts';

/** One entry of an `Accept` header (RFC 9110 section 12.5.1). */
interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
  readonly order: number;
}

interface Fit {
  readonly offer: string;
  readonly quality: number;
  readonly precision: number;
  readonly order: number;
}

const mediaRange = /^\s*([^\s/;]+)\/([^\s;]+)\s*(?:;(.*))?$/;

/**
 * The offered media type an `Accept` header likes best: by quality, then by how precisely it was named, then by its
 * place in the header, then by its place among the offers. Parameters of a range must be met by the offer; when nothing
 * fits, ranges are tried again without theirs (`application/vnd.api+json; version=1`).
 */
export function bestMediaType(accept: string, offers: readonly string[]): string | undefined {
  const ranges = parseAccept(accept);
  return (
    best(ranges, offers) ??
    best(
      ranges
        .filter((range) => range.parameters.size > 0)
        .map((range) => ({ ...range, parameters: new Map() })),
      offers,
    )
  );
}

/** True when any media type will do. */
export function acceptsAnything(accept: string): boolean {
  return accept.includes('*/*');
}

function parseAccept(accept: string): Range[] {
  return accept.split(',').flatMap((part, order) => {
    const [, type, subtype, rest] = mediaRange.exec(part) ?? [];
    if (type === undefined || subtype === undefined) return [];
    const parameters = parametersOf(rest);
    const quality = Number(parameters.get('q') ?? '1');
    parameters.delete('q');
    return [
      {
        type: type.toLowerCase(),
        subtype: subtype.toLowerCase(),
        parameters,
        quality: Number.isFinite(quality) ? quality : 1,
        order,
      },
    ];
  });
}

/** What follows the first semicolon. Case counts for none of them. */
function parametersOf(text = ''): Map<string, string> {
  return new Map([...parseParameters(`;${text}`)].map(([name, value]) => [name, value.toLowerCase()]));
}

function best(ranges: readonly Range[], offers: readonly string[]): string | undefined {
  let winner: Fit | undefined;
  for (const offer of offers) {
    const fit = closest(ranges, offer);
    if (fit !== undefined && fit.quality > 0 && (winner === undefined || beats(fit, winner))) winner = fit;
  }
  return winner?.offer;
}

function beats(one: Fit, other: Fit): boolean {
  if (one.quality !== other.quality) return one.quality > other.quality;
  if (one.precision !== other.precision) return one.precision > other.precision;
  return one.order < other.order;
}

/** How an offer fares: the most precise range that covers it decides. */
function closest(ranges: readonly Range[], offer: string): Fit | undefined {
  const [, type = '', subtype = '', rest] = mediaRange.exec(offer.toLowerCase()) ?? [];
  const parameters = parametersOf(rest);
  let found: Fit | undefined;
  for (const range of ranges) {
    const precision = precisionOf(range, type, subtype, parameters);
    if (precision === undefined || (found !== undefined && precision <= found.precision)) continue;
    found = { offer, quality: range.quality, precision, order: range.order };
  }
  return found;
}

/** 0 for any type up to 7 for type, subtype and parameters; undefined when the range does not cover the offer. */
function precisionOf(
  range: Range,
  type: string,
  subtype: string,
  parameters: ReadonlyMap<string, string>,
): number | undefined {
  if (range.type !== type && range.type !== '*') return undefined;
  if (range.subtype !== subtype && range.subtype !== '*') return undefined;
  for (const [name, value] of range.parameters) if (parameters.get(name) !== value) return undefined;
  return (
    (range.type === type ? 4 : 0) + (range.subtype === subtype ? 2 : 0) + (range.parameters.size > 0 ? 1 : 0)
  );
}
