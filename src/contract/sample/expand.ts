import type { JsonObject } from '../json.ts';
import { readDiscriminator } from '../schema/discriminator.ts';
import type { Facet } from '../schema/facets.ts';
import { isSchema, schemaEntries, schemasIn } from '../schema/parts.ts';
import { type Located, targetsOf } from '../schema/references.ts';
import type { Schema } from '../types.ts';
import { isDeep, type Making } from './making.ts';
import { heightOf, isNull, leadsBack } from './recursion.ts';

/** Schemas that must all accept one value, alternatives decided, references followed. */
export interface Expanded {
  readonly facets: readonly Facet[];
  /** Reference targets among them. */
  readonly targets: readonly Schema[];
  /** Tag properties whose value the decided alternative asks for. */
  readonly tags: ReadonlyMap<string, string>;
  /** Some schema is `false`. */
  readonly impossible: boolean;
}

interface Expansion {
  readonly facets: Facet[];
  readonly targets: Schema[];
  readonly tags: Map<string, string>;
  readonly seen: Set<Schema>;
  impossible: boolean;
}

/** Turns schemas into a flat list of plain ones; of alternatives one is drawn. */
export function expand(places: readonly Located[], making: Making): Expanded {
  const into: Expansion = { facets: [], targets: [], tags: new Map(), seen: new Set(), impossible: false };
  for (const place of places) add(place, making, into);
  return into;
}

function add(place: Located, making: Making, into: Expansion): void {
  const { schema, scope } = place;
  if (schema === false) into.impossible = true;
  if (typeof schema === 'boolean' || into.seen.has(schema)) return;
  into.seen.add(schema);
  into.facets.push({ schema, scope });
  for (const target of targetsOf(making.contract, place)) {
    into.targets.push(target.schema);
    add(target, making, into);
  }
  for (const part of schemasIn(schema.allOf)) add({ schema: part, scope }, making, into);
  // What a property asks for when it is there does no harm when it is not.
  for (const [, part] of schemaEntries(schema.dependentSchemas)) add({ schema: part, scope }, making, into);
  for (const keyword of ['oneOf', 'anyOf'] as const) addAlternative(schema, keyword, place, making, into);
  addCondition(schema, place, making, into);
}

function addAlternative(
  schema: JsonObject,
  keyword: 'oneOf' | 'anyOf',
  { scope }: Located,
  making: Making,
  into: Expansion,
): void {
  const branches = schemasIn(schema[keyword]);
  const index = chooseBranch(
    branches.map((branch) => ({ schema: branch, scope })),
    making,
  );
  const branch = branches[index];
  if (branch === undefined) return;
  const tagged = readDiscriminator(making.contract, schema, branches, scope);
  const tag = [...(tagged?.tags ?? [])].find(([, of]) => of === index)?.[0];
  if (tagged && tag !== undefined) into.tags.set(tagged.propertyName, tag);
  add({ schema: branch, scope }, making, into);
}

/** Deep down the branch that ends soonest; elsewhere any that ends and does not begin the recursion anew, `null` seldom. */
function chooseBranch(branches: readonly Located[], making: Making): number {
  const { contract, within, random } = making;
  const heights = branches.map((branch) => heightOf(contract, branch));
  const soonest = heights.indexOf(Math.min(...heights));
  if (isDeep(making)) return soonest;
  const mayBeNull = random.chance(0.1);
  const [first, ...others] = branches.flatMap((branch, index) => {
    const ends = heights[index] !== Number.POSITIVE_INFINITY && !leadsBack(contract, branch, within);
    return ends && (mayBeNull || !isNull(branch.schema)) ? [index] : [];
  });
  return first === undefined ? soonest : random.pick([first, ...others]);
}

/** Either the condition holds, and so does `then`; or `else` does, and chance keeps the condition from holding. */
function addCondition(schema: JsonObject, { scope }: Located, making: Making, into: Expansion): void {
  if (!isSchema(schema.if)) return;
  const holds = schema.else === undefined || making.random.chance(0.5);
  const parts = holds ? [schema.if, schema.then] : [schema.else];
  for (const part of parts) if (isSchema(part)) add({ schema: part, scope }, making, into);
}
