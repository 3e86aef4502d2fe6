import type { Violation } from '../src/contract/types.ts';
import type { MockViolation } from './types.ts';

/**
 * A violation in Prism's words: what `sl-violations` and the `validation` member of a 422 carry. `side` starts the
 * sentence and decides the place of headers.
 */
export function toMockViolation(violation: Violation, side: 'Request' | 'Response'): MockViolation {
  const { keyword, params, severity } = violation;
  if (keyword === 'deprecated') return deprecated(violation);
  if (violation.in === 'status') return { ...at([], severity), message: violation.message };
  if (keyword === 'content-type')
    return { ...at([], severity), ...mediaTypeCode(side), message: violation.message };
  if (keyword === 'missing-body')
    return { ...at([], severity), code: 'required', message: 'Body parameter is required' };
  const place = violation.in === 'response-header' ? 'header' : violation.in;
  const { steps, code, words } = missing(violation) ?? {
    steps: violation.path.map(String),
    code: keyword === 'missing-header' ? 'required' : keyword,
    words: ajvWords(keyword, params, violation.message),
  };
  const message = [side, place, ...subject(place, steps), words].join(' ');
  return { ...at([place, ...steps], severity), code, message };
}

function at(
  location: readonly string[],
  severity: Violation['severity'],
): Pick<MockViolation, 'location' | 'severity'> {
  return { location, severity: severity === 'error' ? 'Error' : 'Warning' };
}

function mediaTypeCode(side: 'Request' | 'Response'): { readonly code?: number } {
  return side === 'Request' ? { code: 415 } : {};
}

function deprecated({ in: place, path, severity }: Violation): MockViolation {
  const name = String(path[0] ?? '');
  const message = `${place.charAt(0).toUpperCase()}${place.slice(1)} param ${name} is deprecated`;
  return { ...at([place, name], severity), code: 'deprecated', message };
}

/** A parameter or header that is not there is a property missing from all of them, whose names are lower case. */
function missing({ in: place, keyword, path, input }: Violation) {
  if (place === 'body' || path.length !== 1 || input !== undefined) return undefined;
  if (keyword !== 'required' && keyword !== 'missing-header') return undefined;
  const words = `must have required property '${String(path[0]).toLowerCase()}'`;
  return { steps: [], code: 'required', words };
}

function subject(place: string, steps: readonly string[]): string[] {
  if (steps.length === 0) return [];
  return [place === 'body' ? 'property' : 'parameter', steps.join('.')];
}

/** The sentences of Ajv, with what Prism adds to them. */
function ajvWords(keyword: string, params: Violation['params'], message: string): string {
  switch (keyword) {
    case 'type':
      return `must be ${[params.type].flat().join(',')}`;
    case 'enum':
      return `must be equal to one of the allowed values: ${[params.allowedValues].flat().join(', ')}`;
    case 'const':
      return 'must be equal to constant';
    case 'additionalProperties':
      return `must NOT have additional properties; found '${params.additionalProperty}'`;
    case 'unevaluatedProperties':
      return `must NOT have unevaluated properties: '${params.unevaluatedProperty}'`;
    case 'false schema':
      return 'boolean schema is false';
    default:
      return message;
  }
}

const longestHeader = 8 * 1024 - 100;

/** The value of `sl-violations`: JSON in ASCII, cut where a header would get too long. */
export function violationsHeader(violations: readonly MockViolation[]): string {
  const text = JSON.stringify(violations).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.length > longestHeader ? `Too many violations! ${text.slice(0, longestHeader)}` : text;
}
