import { isObject, type Json } from '../../../src/contract/json.ts';
import { isSchema } from '../../../src/contract/schema/parts.ts';
import type { Contract, Schema } from '../../../src/contract/types.ts';
import { flatten } from '../../generation/flatten.ts';
import { isValid } from '../../generation/valid-value.ts';
import { propertiesOf } from '../documented/shapes.ts';
import { plain } from '../plain.ts';
import { type Told, tellerOf } from './tellers.ts';

/** Objects in an envelope that tell about the page. */
const containers = /^(meta|metadata|pagination|paging|pageinfo|links|page|pageable|cursors)$/;

/** The envelope of a list with the members that tell about the page set right; what has another meaning stays. */
export function describePage(
  contract: Contract,
  schema: Schema,
  envelope: Json | undefined,
  told: Told,
): Json | undefined {
  if (!isObject(envelope)) return envelope;
  const properties = propertiesOf(contract, schema);
  const required = flatten(contract, schema).schema.required;
  const names = new Set([...Object.keys(envelope), ...Object.keys(properties)]);
  const counted = [...names].some((name) => /^total/.test(plain(name)));
  const described = [...names].flatMap((name): [string, Json][] => {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const member: Member = {
      name,
      schema: isSchema(known) ? known : true,
      value: Object.hasOwn(envelope, name) ? envelope[name] : undefined,
      isRequired: Array.isArray(required) && required.includes(name),
    };
    // Beside a total, a count is of this page.
    const value =
      counted && plain(name) === 'count' && typeof member.value !== 'object'
        ? told.page.things.length
        : describe(contract, member, told);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(described);
}

interface Member {
  readonly name: string;
  readonly schema: Schema;
  readonly value: Json | undefined;
  readonly isRequired: boolean;
}

function describe(contract: Contract, member: Member, told: Told): Json | undefined {
  const { name, schema, value, isRequired } = member;
  if (Array.isArray(value)) return value;
  const isLink = isObject(value) && Object.hasOwn(value, 'href');
  if (isObject(value) && !isLink)
    return containers.test(plain(name)) ? describePage(contract, schema, value, told) : value;
  const candidates = candidatesOf(contract, member, told);
  if (candidates === undefined) return value;
  const right = candidates.find(
    (candidate) => isLike(value, candidate) && isValid(contract, schema, candidate),
  );
  if (right !== undefined || value === undefined) return right;
  if (candidates.length > 0) return value;
  if (isValid(contract, schema, null)) return null;
  return isRequired ? (typeof value === 'string' && isValid(contract, schema, '') ? '' : value) : undefined;
}

/** Undefined for what tells nothing about a page; addresses first where one is meant. */
function candidatesOf(
  contract: Contract,
  { name, schema, value }: Member,
  told: Told,
): readonly Json[] | undefined {
  const candidates = tellerOf(name)?.(told);
  if (candidates === undefined) return undefined;
  const { format } = flatten(contract, schema).schema;
  const isAddress = typeof format === 'string' && /^(uri|iri|url)/.test(format);
  const isMeant =
    isAddress || /(url|link|href)$/i.test(name) || (typeof value === 'string' && /[/?]/.test(value));
  const urls = candidates.filter((candidate) => typeof candidate === 'string' && /[/?]/.test(candidate));
  return isMeant ? [...urls, ...candidates] : candidates;
}

/** Where no schema says so, the example does: a number stays a number. */
function isLike(value: Json | undefined, candidate: Json): boolean {
  return value === undefined || value === null || typeof value === typeof candidate;
}
