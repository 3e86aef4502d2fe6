import { parsePointer } from '../../src/contract/document/pointer.ts';
import type { Mismatch } from '../../src/contract/schema/mismatch.ts';
import type { Violation } from '../../src/contract/types.ts';
import type { MockViolation } from '../exchange.ts';

type Side = 'Request' | 'Response';

/**
 * A violation in Prism's words: what `sl-violations` and the `validation` member of a 422 carry. `side` starts the
 * sentence and decides the place of headers. Several where the schema's keyword has reasons of its own.
 */
export function toMockViolations(violation: Violation, side: Side): readonly MockViolation[] {
  const { keyword, severity } = violation;
  const special = Object.hasOwn(specials, keyword) ? specials[keyword]?.(violation, side) : undefined;
  if (special !== undefined) return [{ ...at([], severity), ...special }];
  const place = violation.in === 'response-header' ? 'header' : violation.in;
  const told = missing(violation) ?? {
    steps: stepsOf(violation),
    code: keyword === 'missing-header' ? 'required' : keyword,
    words: ajvWords(keyword, violation.params, violation.message),
  };
  return [
    ...failedItems(violation, side, place),
    sentence(side, place, told, severity),
    ...conclusions(violation, side, place),
  ];
}

/** Names of parameters and headers in lower case, as Prism compares them. */
function stepsOf({ in: place, path }: Violation): readonly string[] {
  return path.map((step, at) => (at === 0 && place !== 'body' ? String(step).toLowerCase() : String(step)));
}

interface Told {
  readonly steps: readonly string[];
  readonly code: string;
  readonly words: string;
}

function sentence(
  side: Side,
  place: string,
  { steps, code, words }: Told,
  severity: Violation['severity'],
): MockViolation {
  const message = [side, place, ...subject(place, steps), words].join(' ');
  return { ...at([place, ...steps], severity), code, message };
}

/** For `contains` Ajv tells of every item why it does not count. */
function failedItems(
  { keyword, params, path, severity }: Violation,
  side: Side,
  place: string,
): MockViolation[] {
  if (keyword !== 'contains' || !Array.isArray(params.failures)) return [];
  const depth = path.length;
  return params.failures.map(({ instancePath, keyword: code, params: own, message }: Mismatch) => {
    const inside = parsePointer(instancePath).slice(depth);
    const steps = [...path.map(String), ...inside];
    return sentence(side, place, { steps, code, words: ajvWords(code, own, message) }, severity);
  });
}

/** After the mismatches of `then` and `else` Ajv tells that the value should have matched them. */
function conclusions(violation: Violation, side: Side, place: string): MockViolation[] {
  const { params, severity } = violation;
  if (!Array.isArray(params.conclusions)) return [];
  const parameter = place === 'body' ? [] : stepsOf(violation).slice(0, 1);
  return params.conclusions.map(({ instancePath, keyword: code, message: words }: Mismatch) => {
    const steps = [...parameter, ...parsePointer(instancePath)];
    return sentence(side, place, { steps, code, words }, severity);
  });
}

type Special = (violation: Violation, side: Side) => Partial<MockViolation> & Pick<MockViolation, 'message'>;

/** Violations that no schema keyword tells. */
const specials: Readonly<Record<string, Special>> = {
  deprecated: ({ in: place, path }) => {
    const name = String(path[0] ?? '');
    const message = `${place.charAt(0).toUpperCase()}${place.slice(1)} param ${name} is deprecated`;
    return { location: [place, name], code: 'deprecated', message };
  },
  'content-type': ({ params, input }, side) => {
    // What is supported the operation knows: the slot adds it.
    if (side === 'Request') return { code: 415, message: 'Supported content types: ' };
    const names = [params.documented].flat();
    const documented = names.join(', ');
    const several = names.length > 1 ? 's' : '';
    const message = `The received media type "${input ?? ''}" does not match the one${several} specified in the current response: ${documented}`;
    return { message };
  },
  syntax: ({ in: place, path, message }, side) => {
    const steps = path.map(String);
    const words = [side, ...(place === 'body' ? [] : [place, ...subject(place, steps)]), message];
    return { location: [place, ...steps], code: 'syntax', message: words.join(' ') };
  },
  'missing-body': (_violation, side) =>
    side === 'Request'
      ? { code: 'required', message: 'Body parameter is required' }
      : { location: ['body'], code: 'required', message: 'Response body is missing' },
  'unexpected-body': ({ message }, side) => ({
    location: ['body'],
    code: 'unexpected-body',
    message: `${side}: ${message}`,
  }),
  'undocumented-status': ({ params, input }) => ({
    // A success nobody documented is worse than an error nobody documented.
    severity: typeof input === 'number' && input >= 200 && input < 300 ? 'Error' : 'Warning',
    message: `Unable to match the returned status code with those defined in the document: ${[params.documented].flat().join(',')}`,
  }),
};

function at(
  location: readonly string[],
  severity: Violation['severity'],
): Pick<MockViolation, 'location' | 'severity'> {
  return { location, severity: severity === 'error' ? 'Error' : 'Warning' };
}

/** A parameter or header that is not there is a property missing from all of them, whose names are lower case. */
function missing({ in: place, keyword, path, input }: Violation): Told | undefined {
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
    case 'uniqueItems':
      return `must NOT have duplicate items (items ## ${params.j} and ${params.i} are identical)`;
    case 'contains':
      return containsWords(params);
    case 'oneOf':
      return params.passingSchemas === undefined ? message : 'must match exactly one schema in oneOf';
    case 'false schema':
      return 'boolean schema is false';
    default:
      return message;
  }
}

function containsWords({ minContains, maxContains }: Violation['params']): string {
  const most = maxContains === Number.POSITIVE_INFINITY ? '' : ` and no more than ${maxContains}`;
  return `must contain at least ${minContains}${most} valid item(s)`;
}

const places = [
  'content-type',
  'body',
  'header',
  'response-header',
  'query',
  'querystring',
  'path',
  'cookie',
];

/** The order Prism tells violations in: by place; of parameters those that are missing first, the deprecated last. */
export function inPrismOrder(one: Violation, other: Violation): number {
  return places.indexOf(one.in) - places.indexOf(other.in) || rank(one) - rank(other);
}

function rank(violation: Violation): number {
  if (violation.keyword === 'deprecated') return 2;
  return violation.in === 'body' || missing(violation) !== undefined ? 0 : 1;
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
