import type { Json, JsonObject } from '../json.ts';
import { anyOf, oneOf } from './alternatives.ts';
import { contains, propertyNames, uniqueItems } from './collections.ts';
import { byTag, readDiscriminator } from './discriminator.ts';
import type { Check } from './mismatch.ts';
import { isSchema, schemasIn } from './parts.ts';
import { below, type Place } from './place.ts';
import { type Located, resolveDynamic, resolveReference } from './references.ts';

/**
 * The keywords that are checks of ours and not Ajv's: references, so that they are lazy; alternatives, so that their errors can be
 * told apart; the rest because Ajv is slow or says too little. Undefined: not one of them.
 */
export function checkOf(keyword: string, value: Json, schema: JsonObject, place: Place): Check | undefined {
  if (keyword === 'propertyNames') return propertyNames(partCheck(value, place));
  if (keyword === 'uniqueItems') return value === true ? uniqueItems : undefined;
  if (place.native) return undefined;
  switch (keyword) {
    case '$ref':
    case '$dynamicRef': {
      const target = targetOf(keyword, value, place);
      return target && place.workshop.later(target, place.hidden);
    }
    case 'oneOf':
    case 'anyOf':
      return alternatives(keyword, value, schema, place);
    case 'contains':
      return containsCheck(value, schema, place);
    default:
      return undefined;
  }
}

/** What a reference leads to; undefined when that is nothing. */
export function targetOf(keyword: string, value: Json, { workshop, located }: Place): Located | undefined {
  const resolve = keyword === '$ref' ? resolveReference : resolveDynamic;
  return resolve(workshop.contract, String(value), located.scope);
}

function alternatives(keyword: string, value: Json, schema: JsonObject, place: Place): Check {
  const { workshop, located, hidden } = place;
  const branches = schemasIn(value);
  const checks = branches.map((branch) => workshop.later(below(place, branch), hidden));
  const plain = keyword === 'oneOf' ? oneOf(checks) : anyOf(checks);
  const tagged = readDiscriminator(workshop.contract, schema, branches, located.scope);
  return tagged ? byTag(tagged, checks, plain) : plain;
}

function containsCheck(value: Json, schema: JsonObject, place: Place): Check {
  const least = typeof schema.minContains === 'number' ? schema.minContains : 1;
  const most = typeof schema.maxContains === 'number' ? schema.maxContains : Number.POSITIVE_INFINITY;
  return contains(partCheck(value, place), least, most);
}

function partCheck(value: Json, place: Place): Check {
  return place.workshop.later(below(place, isSchema(value) ? value : true), undefined);
}
