import { holdsData, mapsOfNames } from '../document/member-kinds.ts';
import { escapeStep } from '../document/pointer.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Location, resolveLocation } from '../source/location.ts';

/** A reference as it stands in a file: `holder[member]` is its text. */
export interface Reference {
  readonly holder: JsonObject;
  readonly member: string;
  readonly text: string;
  /** What a relative reference is relative to: the file, or the nearest `$id` around (JSON Schema core section 8.2.1). */
  readonly base: string;
  readonly file: Location;
  /** Pointer to the holder in its file. */
  readonly pointer: string;
  /** Inside an example: resolved where it leads somewhere, left alone where it does not. */
  readonly quiet: boolean;
}

/** A place in a file that a reference can mean. */
export interface Place {
  readonly file: Location;
  readonly pointer: string;
}

/** What one file refers to, and the names (`$id`, `$anchor`) it gives to places in it. */
export interface Scan {
  readonly references: Reference[];
  /** Keys: `base` of an `$id`, or `base#anchor`. */
  readonly names: Map<string, Place>;
  /** The schemas that carry these names. */
  readonly named: Set<JsonObject>;
}

interface Around {
  readonly base: string;
  readonly quiet: boolean;
  /** Members are names chosen by the author, not keywords: `properties: {example: …}`. */
  readonly named: boolean;
}

/** Walks a whole file once. */
export function scan(file: Location, value: Json): Scan {
  const found: Scan = { references: [], names: new Map(), named: new Set() };
  const seen = new Set<Json>();
  const visit = (node: Json, pointer: string, around: Around): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (Array.isArray(node)) {
      node.forEach((item, index) => {
        visit(item, `${pointer}/${index}`, { ...around, named: false });
      });
      return;
    }
    const base =
      around.named || around.quiet ? around.base : nameResource(found, node, { file, pointer }, around.base);
    if (!around.named) collect(found.references, node, { file, pointer, base, quiet: around.quiet });
    for (const [key, child] of Object.entries(node)) {
      const quiet = around.quiet || (!around.named && holdsData(key, child));
      visit(child, `${pointer}/${escapeStep(key)}`, {
        base,
        quiet,
        named: !around.named && mapsOfNames.has(key),
      });
    }
  };
  visit(value, '', { base: file, quiet: false, named: false });
  return found;
}

/** Notes `$id` and `$anchor` of a schema; gives the base that holds inside it. */
function nameResource({ names, named }: Scan, node: JsonObject, place: Place, outer: string): string {
  const { $id, $anchor, $dynamicAnchor } = node;
  const base = typeof $id === 'string' ? resolveBase(outer, $id.replace(/#$/, '')) : outer;
  if (base !== outer) names.set(base, place);
  for (const anchor of [$anchor, $dynamicAnchor]) {
    if (typeof anchor === 'string') names.set(`${base}#${anchor}`, place);
  }
  if ([$id, $anchor].some((name) => typeof name === 'string')) named.add(node);
  return base;
}

type Where = Pick<Reference, 'file' | 'pointer' | 'base' | 'quiet'>;

function collect(references: Reference[], node: JsonObject, where: Where): void {
  for (const member of ['$ref', '$dynamicRef']) {
    const text = node[member];
    if (typeof text === 'string') references.push({ holder: node, member, text, ...where });
  }
  const mapping = isObject(node.discriminator) ? node.discriminator.mapping : undefined;
  if (!isObject(mapping)) return;
  for (const [member, text] of Object.entries(mapping)) {
    // A bare name (`Dog`) means a schema under components and needs no linking.
    if (typeof text === 'string' && /[#/]|\.(ya?ml|json)$/i.test(text)) {
      references.push({ holder: mapping, member, text, ...where });
    }
  }
}

/** Absolute URIs stay, anything else is relative to the base: a URL, another URI, or a file path. */
export function resolveBase(base: string, reference: string): string {
  const isName = /^(?!https?:|file:|git:)[a-z][a-z\d+.-]+:/i.test(reference);
  return isName ? reference : resolveLocation(base, reference);
}
