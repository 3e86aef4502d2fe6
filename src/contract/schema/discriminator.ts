import { escapeStep, fragmentPointer, parsePointer } from '../document/pointer.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Contract, Schema } from '../types.ts';
import type { Check, Mismatch } from './mismatch.ts';
import { type Located, resolveReference, type Scope } from './references.ts';

/** The alternatives of a `oneOf` or `anyOf` by the value of their tag property. */
export interface Tagged {
  readonly propertyName: string;
  /** Tag → index of the branch. */
  readonly tags: ReadonlyMap<string, number>;
  /** Index of the branch for a missing or unknown tag (`defaultMapping`, OpenAPI 3.2). */
  readonly otherwise: number | undefined;
}

/**
 * Reads an OpenAPI discriminator (3.1 section 4.8.25). The tags of a branch are, in this order: what `mapping` says, the `const` or
 * `enum` of the tag property, the name of the referenced schema. Undefined when some branch has no tag: then it cannot decide.
 */
export function readDiscriminator(
  contract: Contract,
  schema: JsonObject,
  branches: readonly Schema[],
  scope: Scope,
): Tagged | undefined {
  const discriminator = schema.discriminator;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined;
  const { propertyName } = discriminator;
  const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
  const tags = new Map<string, number>();
  for (const [index, branch] of branches.entries()) {
    const found = tagsOf(contract, branch, scope, propertyName, mapping);
    if (found.length === 0) return undefined;
    for (const tag of found) if (!tags.has(tag)) tags.set(tag, index);
  }
  const fallback = branches.findIndex((branch) =>
    isTarget(referenceOf(branch), discriminator.defaultMapping),
  );
  return { propertyName, tags, otherwise: fallback < 0 ? undefined : fallback };
}

function referenceOf(branch: Schema): string | undefined {
  return isObject(branch) && typeof branch.$ref === 'string' ? branch.$ref : undefined;
}

/** A mapping names a schema by reference or by its name alone. */
function isTarget(reference: string | undefined, target: unknown): boolean {
  return reference !== undefined && (target === reference || target === nameOf(reference));
}

function nameOf(reference: string): string | undefined {
  return parsePointer(fragmentPointer(reference.slice(reference.indexOf('#') + 1))).at(-1);
}

function tagsOf(
  contract: Contract,
  branch: Schema,
  scope: Scope,
  propertyName: string,
  mapping: Readonly<Record<string, unknown>>,
): string[] {
  const reference = referenceOf(branch);
  const mapped = Object.entries(mapping).filter(([, target]) => isTarget(reference, target));
  if (mapped.length > 0) return mapped.map(([tag]) => tag);
  const declared = declaredTags(contract, { schema: branch, scope }, propertyName, 0);
  if (declared.length > 0) return declared;
  const name = reference === undefined ? undefined : nameOf(reference);
  return name === undefined ? [] : [name];
}

/** Values that the branch itself allows for the tag property, through references and `allOf`. */
function declaredTags(contract: Contract, located: Located, propertyName: string, depth: number): string[] {
  const { schema, scope } = located;
  if (!isObject(schema) || depth > 8) return [];
  const property = isObject(schema.properties) ? schema.properties[propertyName] : undefined;
  const own = isObject(property) ? constants(property) : [];
  if (own.length > 0) return own;
  const target = typeof schema.$ref === 'string' ? resolveReference(contract, schema.$ref, scope) : undefined;
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  const nested = parts.flatMap((part): Located[] => (isObject(part) ? [{ schema: part, scope }] : []));
  return [...(target ? [target] : []), ...nested].flatMap((part) =>
    declaredTags(contract, part, propertyName, depth + 1),
  );
}

function constants(property: Readonly<Record<string, unknown>>): string[] {
  if (typeof property.const === 'string') return [property.const];
  return Array.isArray(property.enum) ? property.enum.filter((value) => typeof value === 'string') : [];
}

/** Judges an object by the branch its tag names; what is no object by `plain`. */
export function byTag(
  { propertyName, tags, otherwise }: Tagged,
  branches: readonly Check[],
  plain: Check,
): Check {
  const fallback = otherwise === undefined ? undefined : branches[otherwise];
  return (value, at) => {
    if (!isObject(value)) return plain(value, at);
    const tag = value[propertyName];
    const branch = typeof tag === 'string' ? branches[tags.get(tag) ?? -1] : undefined;
    const chosen = branch ?? fallback;
    if (chosen) return chosen(value, at);
    return [
      tag === undefined ? missingTag(propertyName, at) : unknownTag(propertyName, [...tags.keys()], at),
    ];
  };
}

function missingTag(propertyName: string, at: string): Mismatch {
  const params = { missingProperty: propertyName };
  return {
    instancePath: at,
    keyword: 'required',
    params,
    message: `must have required property '${propertyName}'`,
  };
}

function unknownTag(propertyName: string, allowedValues: readonly string[], at: string): Mismatch {
  return {
    instancePath: `${at}/${escapeStep(propertyName)}`,
    keyword: 'discriminator',
    params: { propertyName, allowedValues },
    message: `must be one of: ${allowedValues.map((value) => JSON.stringify(value)).join(', ')}`,
  };
}
