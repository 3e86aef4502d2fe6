import { describe, expect, it } from 'vitest';
import { runOne, startServer } from './support.ts';

const pets = {
  status: 'sold',
  pets: [
    { name: 'Rex', tag: 'dog', age: 3 },
    { name: 'Tom', tag: 'cat', age: 1 },
  ],
};
const xml = '<root><pets><pet name="Rex">good</pet><pet name="Tom"/></pets></root>';

async function judge(workflowId: string) {
  const server = await startServer(({ path }) =>
    path === '/notes' ? { headers: { 'content-type': 'application/xml' }, body: xml } : { body: pets },
  );
  const check = await runOne('criteria', workflowId, server.url);
  return { check, messages: check.findings.map(({ message }) => message), seen: server.seen };
}

describe('criteria', () => {
  it.each(['regex', 'jsonpath', 'xpath', 'selectors'])('of type %s are met', async (workflowId) => {
    const { check, messages } = await judge(workflowId);
    expect(messages).toEqual([]);
    expect(check.verdict).toBe('passed');
  });

  it.each([
    ['regex-does-not-match', 'expected $response.body#/status to match /^free$/, got "sold"'],
    ['no-context-value', 'expected $response.body#/nowhere to match /.*/, got nothing'],
    [
      'two-values-in-a-message',
      'expected $response.body#/status == $inputs.wanted, got $response.body#/status = "sold", $inputs.wanted = "free"',
    ],
    ['xpath-on-json', 'the context is not an XML text'],
  ])('that are not met say so: %s', async (workflowId, message) => {
    const { messages } = await judge(workflowId);
    expect(messages).toEqual([expect.stringContaining(message)]);
  });

  it('by JSONPath fail when nothing is selected', async () => {
    expect((await judge('jsonpath-selects-nothing')).messages[0]).toContain(
      'to hold $.pets[?@.tag == "cow"]',
    );
  });

  it('by XPath fail when the number is zero', async () => {
    expect((await judge('xpath-is-false')).check.verdict).toBe('failed');
  });

  it('that fail are told at the place of their condition', async () => {
    const { check } = await judge('regex-does-not-match');
    expect(check.findings[0]?.location).toMatch(/criteria\.arazzo\.yaml:19:13$/);
  });
});

describe('selector objects', () => {
  it('select from JSON by JSONPath and JSON Pointer, and set replacements', async () => {
    const { seen } = await judge('selectors');
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({
      name: 'Rex',
      status: 'sold',
      all: 'Tom',
      items: [
        { sku: 'a', n: 1 },
        { sku: 'b', n: 9 },
      ],
    });
  });

  it('select from XML by XPath', async () => {
    const { seen } = await judge('xpath');
    expect(seen[1]?.headers['x-second']).toBe('Tom');
  });
});
