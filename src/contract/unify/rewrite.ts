import { holdsData, mapsOfNames } from '../document/member-kinds.ts';
import { formatPointer, fragmentPointer, parsePointer } from '../document/pointer.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Components, prefixed, type Source } from './source.ts';

/** Where a statement comes from is told once, in the contract. */
const left = new Set(['x-source', 'x-errata']);

/** A piece of a contract as it stands in the common document: references, operationIds and security renamed. */
export function rewrite(value: Json, source: Source, components: Components): Json {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, source, components));
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([member]) => !left.has(member));
  return Object.fromEntries(
    members.map(([member, item]) => [member, rewriteMember(member, item, source, components)]),
  );
}

function rewriteMember(member: string, item: Json, source: Source, components: Components): Json {
  if (holdsData(member, item)) return item;
  if (mapsOfNames.has(member) && isObject(item))
    return mapValues(item, (value) => rewrite(value, source, components));
  if (member === 'operationId' && typeof item === 'string') return `${source.id}.${item}`;
  if (member === '$ref' && typeof item === 'string') return reference(item, source, components);
  if (member === 'security' && Array.isArray(item))
    return item.map((one) => requirement(one, source, components));
  if (member === 'mapping' && isObject(item))
    return mapValues(item, (target) => mapped(target, source, components));
  return rewrite(item, source, components);
}

function reference(text: string, source: Source, components: Components): string {
  if (!text.startsWith('#/')) return text;
  const pointer = fragmentPointer(text.slice(1));
  const steps = components.place(source, pointer) ?? movedPath(pointer, source);
  return steps ? `#${encodeURI(formatPointer(steps))}` : text;
}

/** `/paths/~1users/get/…`: the path has a prefix now. */
function movedPath(pointer: string, { id }: Source): string[] | undefined {
  const [root, path, ...below] = parsePointer(pointer);
  return root === 'paths' && path !== undefined ? ['paths', prefixed(id, path), ...below] : undefined;
}

function requirement(one: Json, source: Source, components: Components): Json {
  if (!isObject(one)) return one;
  const schemes = Object.entries(one).map(([scheme, scopes]) => {
    const steps = components.place(source, formatPointer(['components', 'securitySchemes', scheme]));
    return [steps?.at(-1) ?? scheme, scopes];
  });
  return Object.fromEntries(schemes);
}

/** A target in a discriminator's mapping: a reference, or the name of a schema. */
function mapped(target: Json, source: Source, components: Components): Json {
  if (typeof target !== 'string') return target;
  const text = /[#/.]/.test(target) ? target : `#/components/schemas/${target}`;
  return reference(text, source, components);
}

function mapValues(item: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, change(value)]));
}
