import { CORE_SCHEMA, constructFromEvents, type Event, mergeTag, parseEvents, YAMLException } from 'js-yaml';
import type { Problem } from '../finding.ts';
import { isJsonValue, type Json } from '../json.ts';
import { positionOfOffset } from './positions.ts';
import { endlessAlias } from './yaml-aliases.ts';
import { duplicateKeys } from './yaml-keys.ts';

/** A document's value, undefined when it could not be read, and what is wrong with it. */
export interface ReadYaml {
  readonly value: Json | undefined;
  readonly problems: readonly Problem[];
}

const schema = CORE_SCHEMA.withTags(mergeTag);
/** Deeper than any document people write, shallow enough not to exhaust the stack. */
const maxDepth = 500;

/** Reads one YAML document. Of a key written twice the last value is taken, and each repetition is a problem. */
export function readYaml(text: string, file: string): ReadYaml {
  try {
    const events = parseEvents(text, { maxDepth });
    const endless = endlessAlias(text, events);
    if (endless)
      return refuse(`the alias "${endless.name}" stands inside what it names`, endless.offset, text, file);
    const { documents, repeated } = construct(events, text);
    const [value, ...more] = documents;
    if (more.length > 0)
      return failure('one YAML document is expected, this file holds several (see `---`)', file);
    if (!isJsonValue(value)) return failure('the file is empty', file);
    return { value, problems: repeated ? repeatedKeys(text, events, file) : [] };
  } catch (error) {
    if (error instanceof YAMLException) return yamlFailure(error, text, file);
    throw error;
  }
}

/** Looking for repeated keys costs as much as reading: it is left to the reader, and done only when that has found one. */
function construct(
  events: Event[],
  source: string,
): { readonly documents: readonly unknown[]; readonly repeated: boolean } {
  try {
    return { documents: constructFromEvents(events, { source, schema }), repeated: false };
  } catch (error) {
    if (!(error instanceof YAMLException) || error.reason !== 'duplicated mapping key') throw error;
    return { documents: constructFromEvents(events, { source, schema, json: true }), repeated: true };
  }
}

function repeatedKeys(text: string, events: readonly Event[], file: string): Problem[] {
  return duplicateKeys(text, events).map(({ key, offset }) => ({
    message: `the key "${key}" stands twice in this mapping: the last one counts, remove or rename one`,
    position: positionOfOffset(text, offset, file),
    severity: 'error',
  }));
}

/** The reader's words for a line that has left a flow scalar or collection: most often its end was forgotten. */
const plainer: Readonly<Record<string, string>> = {
  'deficient indentation':
    'a quote or bracket that opens above is not closed before this line, or the line has to be indented',
};

function yamlFailure({ reason, mark }: YAMLException, text: string, file: string): ReadYaml {
  return refuse(plainer[reason] ?? reason, mark?.position ?? 0, text, file);
}

function refuse(reason: string, offset: number, text: string, file: string): ReadYaml {
  const position = positionOfOffset(text, offset, file);
  return {
    value: undefined,
    problems: [{ message: `this is not YAML: ${reason}`, position, severity: 'error' }],
  };
}

function failure(message: string, file: string): ReadYaml {
  return {
    value: undefined,
    problems: [{ message, position: { file, line: 1, column: 1 }, severity: 'error' }],
  };
}
