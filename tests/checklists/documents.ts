import { readdirSync, readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../src/contract/json.ts';
import { isObject } from '../../src/contract/json.ts';
import { parseYaml as parse } from '../support/yaml.ts';

/** An object of a document with the JSON Pointer it stands at. */
export interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly value: JsonObject;
}

/** All contracts in one document, made from the others. */
const generated = 'openapi.yaml';

/** Every object in the YAML documents of a folder. */
export function objectsIn(folder: string): Place[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== generated);
  return files.flatMap((name) => objects(name, '', parse(readFileSync(`${folder}/${name}`, 'utf8'))));
}

function objects(file: string, pointer: string, value: Json): Place[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objects(file, `${pointer}/${index}`, item));
  if (!isObject(value)) return [];
  const below = Object.entries(value).flatMap(([key, item]) => objects(file, `${pointer}/${key}`, item));
  return [{ file, pointer, value }, ...below];
}

/** A member that is one object or a list of them, as a list. */
export function listOf(value: Json | undefined): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => isObject(item));
}
