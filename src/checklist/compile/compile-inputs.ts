import { list, object, texts } from '../../contract/document/members.ts';
import { fragmentPointer, valueAt } from '../../contract/document/pointer.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import { pointerTo } from '../expressions/pointer.ts';
import { drawFresh } from '../inputs/fresh-value.ts';
import { didYouMean } from '../suggest.ts';
import type { Input } from '../types.ts';
import type { Compiler } from './compiler.ts';

/**
 * The inputs of a workflow from its JSON Schema, `$ref` and `allOf` followed
 * (Arazzo 1.0.1 "Components Object": inputs are referenced by `$ref`).
 */
export function compileInputs(raw: Json | undefined, pointer: string, compiler: Compiler): readonly Input[] {
  if (raw === undefined) return [];
  const inputs = new Map<string, Input>();
  for (const input of collect(raw, pointer, compiler, [])) inputs.set(input.name, input);
  return [...inputs.values()];
}

function collect(raw: Json, pointer: string, compiler: Compiler, seen: readonly string[]): Input[] {
  if (!isObject(raw)) {
    if (typeof raw !== 'boolean') compiler.report(pointer, '"inputs" has to be a JSON Schema');
    return [];
  }
  const referenced = follow(raw, pointer, compiler, seen);
  const parts = list(raw.allOf).flatMap((part, index) =>
    collect(part, pointerTo(pointer, 'allOf', index), compiler, seen),
  );
  const required = new Set(texts(raw.required));
  const own = Object.entries(object(raw.properties)).map(([name, property]) => {
    const place = pointerTo(pointer, 'properties', name);
    return readInput(name, property, { required: required.has(name), place }, compiler);
  });
  return [...referenced, ...parts, ...own];
}

function follow(raw: JsonObject, pointer: string, compiler: Compiler, seen: readonly string[]): Input[] {
  const reference = raw.$ref;
  if (typeof reference !== 'string') return [];
  const target = localTarget(reference, compiler.document);
  if (target === undefined || seen.includes(reference)) {
    compiler.report(pointerTo(pointer, '$ref'), `"${reference}" leads nowhere in this document`);
    return [];
  }
  return collect(target, fragmentPointer(reference.slice(1)), compiler, [...seen, reference]);
}

function localTarget(reference: string, document: JsonObject): Json | undefined {
  if (!reference.startsWith('#')) return undefined;
  return valueAt(document, fragmentPointer(reference.slice(1)));
}

const types = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'];

function readInput(
  name: string,
  raw: Json,
  { required, place }: { readonly required: boolean; readonly place: string },
  compiler: Compiler,
): Input {
  const reference = object(raw).$ref;
  const target = typeof reference === 'string' ? localTarget(reference, compiler.document) : undefined;
  const schema = { ...object(target), ...object(raw) };
  const wanted = schema['x-fresh'] === true || freshNames(compiler.document).includes(name);
  const fresh = wanted ? drawFresh(schema) : undefined;
  if (wanted && !fresh) {
    compiler.report(
      place,
      `no fresh values can be drawn for "${name}": give it a simple pattern, an enum or a format`,
    );
  }
  const unknown = texts([schema.type ?? []].flat()).find((type) => !types.includes(type));
  if (unknown !== undefined)
    compiler.report(place, `"${unknown}" is no type of JSON Schema${didYouMean(unknown, types)}`);
  const fallback = schema.default;
  return {
    name,
    pointer: place,
    schema,
    required,
    ...(fallback !== undefined && { default: fallback }),
    ...(fresh && { fresh }),
  };
}

/** `components.x-fresh`: names of inputs to draw anew, for runners that allow no extension inside a schema. */
function freshNames(document: JsonObject): readonly string[] {
  return texts(object(document.components)['x-fresh']);
}
