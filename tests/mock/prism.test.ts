import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createMock } from '../../mock/handle.ts';
import { prismBehaviour } from '../../mock/prism/engine.ts';
import type { Json } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import { sample } from '../../src/contract/sample.ts';
import type { Contract, MediaType, Operation } from '../../src/contract/types.ts';
import { ask, type Question } from './ask.ts';

const shared = new Set(['common.yaml', 'openapi.yaml']);
const documents = (await readdir('spec')).filter((name) => name.endsWith('.yaml') && !shared.has(name));

/** Every operation of a document with every status it documents, asked of both engines. */
describe.each(documents)('%s', (name) => {
  it('is answered as Prism answers it', async () => {
    const { contract } = await loadContract(`spec/${name}`);
    if (contract === undefined) throw new Error(`spec/${name} cannot be loaded`);
    const prism = await prismBehaviour(new Map([[contract.id, contract.source]]), {
      dynamic: false,
      ignoreExamples: false,
      errors: false,
    });
    const own = createMock([contract], { state: false });
    const theirs = createMock([contract], { behaviours: [prism] });
    for (const { target, question } of await questions(contract)) {
      const [one, other] = [await ask(own, target, question), await ask(theirs, target, question)];
      const named = `${question.method} ${target} with Prefer: ${question.headers?.prefer}`;
      expect({ named, status: one.status, body: one.json }).toEqual({
        named,
        status: other.status,
        body: other.json,
      });
      expect(other.response.explanation.source, named).toBe('implementation');
    }
  });
});

async function questions(contract: Contract) {
  const asked: { target: string; question: Question }[] = [];
  for (const operation of contract.operations) {
    const content = operation.requestBody?.content.get('application/json');
    const json = content === undefined ? undefined : await bodyOf(contract, content);
    for (const status of operation.responses.keys()) {
      if (!/^\d{3}$/.test(status)) continue;
      const text = json === undefined ? undefined : JSON.stringify(json);
      const headers = {
        prefer: `code=${status}`,
        authorization: 'Bearer x',
        ...(text === undefined ? {} : { 'content-length': String(text.length) }),
      };
      asked.push({
        target: pathOf(operation),
        question: { method: operation.method, headers, ...(json === undefined ? {} : { json }) },
      });
    }
  }
  return asked;
}

/** A body that the operation takes: its example, else a sample. */
async function bodyOf(contract: Contract, { example, examples, schema }: MediaType): Promise<Json> {
  const documented = example ?? [...examples.values()][0]?.value;
  if (documented !== undefined) return documented;
  return sample(contract, schema ?? true, { seed: 1, direction: 'request' });
}

/** The path with its parameters filled from their examples. */
function pathOf({ path, parameters }: Operation): string {
  return path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
    const example = parameter?.example ?? [...(parameter?.examples.values() ?? [])][0]?.value;
    return encodeURIComponent(String(example ?? '7b1f6f2e-6c1d-4c8e-9c55-0f4f1f8d2a11'));
  });
}
