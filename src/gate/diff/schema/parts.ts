import { isObject, type JsonObject } from '../../../contract/json.ts';
import { schemasIn } from '../../../contract/schema/parts.ts';
import type { Contract, Schema } from '../../../contract/types.ts';

/** The plain schema objects that all judge one value, or that nothing is valid. */
export interface Parts {
  readonly objects: readonly JsonObject[];
  readonly impossible: boolean;
  /** A `null` branch stood beside the only other branch of an `anyOf` or `oneOf`. */
  readonly nullable: boolean;
}

type SchemaAt = Contract['schemaAt'];

/**
 * Takes a schema apart: what `$ref` leads to, the members of `allOf`, an `anyOf` or `oneOf` of one. Moving a keyword
 * between those changes nothing. A circle ends where it began.
 */
export function partsOf(schema: Schema, schemaAt: SchemaAt): Parts {
  const objects: JsonObject[] = [];
  const met = new Set<JsonObject>();
  let impossible = false;
  let nullable = false;
  const visit = (current: Schema): void => {
    if (typeof current === 'boolean') {
      impossible ||= !current;
      return;
    }
    if (met.has(current)) return;
    met.add(current);
    objects.push(current);
    for (const part of targets(current, schemaAt)) visit(part);
    const only = onlyBranch(current);
    nullable ||= only?.nullable ?? false;
    if (only) visit(only.branch);
  };
  visit(schema);
  return { objects, impossible, nullable };
}

function targets({ $ref, $dynamicRef, allOf }: JsonObject, schemaAt: SchemaAt): readonly Schema[] {
  const referenced = [$ref, $dynamicRef].flatMap((reference) => {
    const target = typeof reference === 'string' ? schemaAt(reference) : undefined;
    return target === undefined ? [] : [target];
  });
  return [...referenced, ...schemasIn(allOf)];
}

export const isNull = (schema: Schema): boolean => isObject(schema) && schema.type === 'null';

/** The branch of an `anyOf` or `oneOf` that has but one beside `null`. */
export function onlyBranch({ anyOf, oneOf }: JsonObject): { branch: Schema; nullable: boolean } | undefined {
  for (const branches of [schemasIn(anyOf), schemasIn(oneOf)]) {
    const others = branches.filter((branch) => !isNull(branch));
    const [branch] = others;
    if (branch !== undefined && others.length === 1) return { branch, nullable: branches.length > 1 };
  }
  return undefined;
}
