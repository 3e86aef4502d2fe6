import { CORE_SCHEMA, constructFromEvents, type Event, mergeTag, parseEvents, YAMLException } from 'js-yaml';
import type { Problem } from './finding.ts';
import type { Json } from './json.ts';
import type { Parsed } from './parse-text.ts';
import { positionOfOffset } from './positions.ts';
import { duplicateKeys } from './yaml-keys.ts';

const schema = CORE_SCHEMA.withTags(mergeTag);
/** Deeper than any document people write, shallow enough not to exhaust the stack. */
const maxDepth = 500;

/** Reads one YAML document. Of a key written twice the last value is taken, and each repetition is a problem. */
export function readYaml(text: string, file: string): Parsed {
  try {
    const events = parseEvents(text, { maxDepth });
    const [value, ...more] = constructFromEvents(events, { source: text, schema, json: true });
    if (more.length > 0)
      return failure('one YAML document is expected, this file holds several (see `---`)', file);
    if (!isJson(value)) return failure('the file is empty', file);
    return { value, problems: repeatedKeys(text, events, file) };
  } catch (error) {
    if (error instanceof YAMLException) return yamlFailure(error, text, file);
    throw error;
  }
}

function repeatedKeys(text: string, events: readonly Event[], file: string): Problem[] {
  return duplicateKeys(text, events).map(({ key, offset }) => ({
    message: `the key "${key}" stands twice in this mapping: the last one counts, remove or rename one`,
    position: positionOfOffset(text, offset, file),
    severity: 'error',
  }));
}

function yamlFailure({ reason, mark }: YAMLException, text: string, file: string): Parsed {
  const position = positionOfOffset(text, mark?.position ?? 0, file);
  return {
    value: undefined,
    problems: [{ message: `this is not YAML: ${reason}`, position, severity: 'error' }],
  };
}

function failure(message: string, file: string): Parsed {
  return {
    value: undefined,
    problems: [{ message, position: { file, line: 1, column: 1 }, severity: 'error' }],
  };
}

/** The core schema makes nothing but JSON values; an empty document makes none. */
const isJson = (value: unknown): value is Json => value !== undefined;
