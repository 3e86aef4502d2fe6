import type { Problem } from './finding.ts';
import type { Check } from './schema/mismatch.ts';
import { agrees } from './schema/mismatch.ts';
import type { Workshop } from './schema/place.ts';
import { entryScope, type Located } from './schema/references.ts';
import { translate } from './schema/translate.ts';
import type { Contract, MediaType, Operation, Schema } from './types.ts';

interface Root {
  readonly schema: Schema | undefined;
  readonly name: string;
}

/**
 * Everything wrong with the schemas that the operations of a contract use: references to nothing, patterns that are no regular
 * expressions, keywords with impossible values. Validation leaves such a keyword out; this is where people learn of it.
 */
export function findSchemaProblems(contract: Contract): readonly Problem[] {
  const messages = new Set<string>();
  const seen = new Set<Schema>();
  const open: Located[] = [];
  const workshop: Workshop = {
    contract,
    direction: undefined,
    problem: (message) => messages.add(message),
    later(located) {
      open.push(located);
      return accept;
    },
  };
  for (const { schema, name } of contract.operations.flatMap(rootsOf)) {
    if (schema !== undefined) open.push({ schema, scope: entryScope(schema), name });
  }
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next.schema)) continue;
    seen.add(next.schema);
    translate(workshop, next, undefined);
  }
  return [...messages].map((message) => ({ message, severity: 'error' }));
}

const accept: Check = () => agrees;

function rootsOf({ id, parameters, requestBody, responses }: Operation): Root[] {
  return [
    ...parameters.map(({ name, schema }) => ({ schema, name: `${id}: parameter ${name}` })),
    ...parameters.flatMap(({ name, content }) => contentRoots(content, `${id}: parameter ${name}`)),
    ...contentRoots(requestBody?.content, `${id}: request body`),
    ...[...responses.values()].flatMap(({ status, content, headers }) => [
      ...contentRoots(content, `${id}: response ${status}`),
      ...[...headers.values()].map(({ name, schema }) => ({
        schema,
        name: `${id}: response ${status}, header ${name}`,
      })),
    ]),
  ];
}

function contentRoots(content: ReadonlyMap<string, MediaType> | undefined, name: string): Root[] {
  return [...(content?.values() ?? [])].flatMap(({ schema, itemSchema }) => [
    { schema, name },
    { schema: itemSchema, name },
  ]);
}
