import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/contract/json.ts';
import { findRule } from '../../../src/gate/diff/rules/registry.ts';
import { messageChanges } from './changes/all.ts';
import { animals, schemaChanges } from './changes/schemas.ts';
import { answers, diffOf, sends, told } from './compare.ts';

const held = (schema: JsonObject): JsonObject => ({ type: 'object', properties: { it: schema } });

/** Where the body of a response goes by another name than everywhere else. */
const named: Readonly<Record<string, string>> = {
  'response-body-enum-value-removed': 'response-mediatype-enum-value-removed',
};

describe('each kind of change of a schema', () => {
  const cases = schemaChanges.map(([kind, old, fresh, request, response]) => ({
    kind,
    old,
    fresh,
    request,
    response,
  }));

  const sent = cases.filter(({ request }) => request !== undefined);
  const read = cases.filter(({ response }) => response !== undefined);

  it.each(sent)('$kind, where clients send it ($request)', async ({ kind, old, fresh, request }) => {
    expect(told(await diffOf(sends(old, animals), sends(fresh, animals)))).toContain(
      `${request} request-body-${kind}`,
    );
    expect(told(await diffOf(sends(held(old), animals), sends(held(fresh), animals)))).toContain(
      `${request} request-property-${kind}`,
    );
  });

  it.each(read)('$kind, where clients read it ($response)', async ({ kind, old, fresh, response }) => {
    const id = `response-body-${kind}`;
    expect(told(await diffOf(answers(old, animals), answers(fresh, animals)))).toContain(
      `${response} ${named[id] ?? id}`,
    );
    expect(told(await diffOf(answers(held(old), animals), answers(held(fresh), animals)))).toContain(
      `${response} response-property-${kind}`,
    );
  });
});

describe('each kind of change of anything else', () => {
  it.each(messageChanges)('%s: %s', async (level, id, old, fresh) => {
    expect(told(await diffOf(old, fresh))).toContain(`${level} ${id}`);
  });

  it('is told by a rule of the registry, and of nothing when nothing changed', async () => {
    for (const [, , old, fresh] of messageChanges) {
      expect(await diffOf(old, old)).toEqual([]);
      for (const { id } of await diffOf(old, fresh)) expect(findRule(id)).toBeDefined();
    }
  });
});
