import { isObject, type JsonObject } from '../../src/contract/json.ts';
import { readYaml } from '../../src/contract/source/yaml.ts';

/** A YAML text that holds an object; throws for anything else. */
export function parseYaml(text: string): JsonObject {
  const { value, problems } = readYaml(text, 'document.yaml');
  if (!isObject(value)) throw new Error(problems[0]?.message ?? 'the document is no object');
  return value;
}
