import { isObject, type JsonObject } from '../../src/contract/json.ts';
import { facetsOf } from '../../src/contract/schema/facets.ts';
import { isSchema } from '../../src/contract/schema/parts.ts';
import type { Contract, Schema } from '../../src/contract/types.ts';

/** One member of a value, as a line of documentation. */
interface Member {
  /** `contacts[].value`; empty for the value itself. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** Deeper than this nobody reads, and recursion has to end somewhere. */
const mostSteps = 6;
const mostLines = 200;

/** A schema as lines: the value itself, then its members, those of `allOf` and of alternatives merged in. */
export function membersOf(contract: Contract, schema: Schema): Member[] {
  const lines: Member[] = [];
  walk(contract, schema, { path: '', required: true, depth: 0 }, lines);
  return lines;
}

interface Place {
  readonly path: string;
  readonly required: boolean;
  readonly depth: number;
}

function walk(contract: Contract, schema: Schema, place: Place, lines: Member[]): void {
  if (lines.length >= mostLines) return;
  const parts = partsOf(contract, schema);
  const described = parts.find(({ description }) => typeof description === 'string')?.description;
  lines.push({
    path: place.path,
    type: typeName(contract, schema),
    required: place.required,
    description: typeof described === 'string' ? described : '',
  });
  if (place.depth >= mostSteps) return;
  const required = new Set(parts.flatMap((part) => (Array.isArray(part.required) ? part.required : [])));
  const seen = new Set<string>();
  for (const part of parts) {
    for (const [name, inner] of Object.entries(isObject(part.properties) ? part.properties : {})) {
      if (seen.has(name) || !isSchema(inner)) continue;
      seen.add(name);
      const path = place.path === '' ? name : `${place.path}.${name}`;
      walk(contract, inner, { path, required: required.has(name), depth: place.depth + 1 }, lines);
    }
    if (isSchema(part.items) && !seen.has('[]')) {
      seen.add('[]');
      const path = `${place.path}[]`;
      walk(contract, part.items, { path, required: true, depth: place.depth + 1 }, lines);
    }
  }
}

/** `string (email)`, `array of integer`, `"mail" or "sms"`, `string or null`. */
export function typeName(contract: Contract, schema: Schema): string {
  const parts = partsOf(contract, schema);
  const values = parts.find((part) => Array.isArray(part.enum))?.enum;
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' or ');
  const constant = parts.find((part) => part.const !== undefined)?.const;
  if (constant !== undefined) return JSON.stringify(constant);
  const types = new Set(
    parts.flatMap(({ type }) => [type].flat()).filter((type) => typeof type === 'string'),
  );
  const format = parts.find((part) => typeof part.format === 'string')?.format;
  const names = [...types].map((type) =>
    type !== 'null' && typeof format === 'string' ? `${type} (${format})` : type,
  );
  return names.length === 0 ? 'any' : names.join(' or ');
}

/** The schema and whatever it is put together from, references followed. */
function partsOf(contract: Contract, schema: Schema): JsonObject[] {
  return facetsOf(contract, schema).map((facet) => facet.schema);
}
