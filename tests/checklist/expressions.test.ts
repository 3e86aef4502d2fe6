import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/checklist/expressions/evaluate.ts';
import { parseExpression } from '../../src/checklist/expressions/parse-expression.ts';
import { fillText, parseText } from '../../src/checklist/expressions/text.ts';
import type { Scope } from '../../src/checklist/expressions/types.ts';

const scope: Scope = {
  inputs: {
    username: 'ada',
    'x-api-key': 'k',
    pets: [{ id: 7 }],
    'my.org.User': { name: 'dotted' },
    nothing: null,
  },
  outputs: { bar: 'called', mappedResponse: { name: 'mapped' } },
  steps: new Map([['someStepId', { pets: [{ id: 1 }, { id: 2 }], token: 't', 'a.b': 5 }]]),
  workflows: new Map([
    ['foo', { inputs: { username: 'in' }, outputs: { bar: 'out', mappedResponse: { name: 'm' } } }],
  ]),
  document: {
    self: 'https://example.com/a.arazzo.yaml',
    sources: new Map([
      ['petstore', { name: 'petstore', url: 'https://example.com/petstore.yaml', type: 'openapi' }],
    ]),
    parameters: { foo: 'parameter value' },
  },
  call: {
    url: 'http://localhost/pets/7?tag=a',
    method: 'GET',
    request: {
      headers: { accept: 'application/json' },
      query: { tag: 'a', 'filter[name]': 'b' },
      path: { id: 7 },
      body: { user: { uuid: 'u-1' } },
    },
    response: {
      status: 200,
      headers: { server: 'nginx', 'x-rate-limit': '10' },
      body: { status: 'sold', items: [{ id: 9, 'odd key': true }], 'a/b': 1, 'm~n': 2, count: 3, none: null },
    },
  },
};

function value(text: string) {
  const parsed = parseExpression(text);
  return parsed.ok ? evaluate(parsed.value, scope) : `MISTAKE ${parsed.message}`;
}

describe('runtime expressions', () => {
  // The examples of Arazzo 1.0.1 and 1.1.0, "Runtime Expressions", each with its value here.
  it.each([
    ['$method', 'GET'],
    ['$url', 'http://localhost/pets/7?tag=a'],
    ['$statusCode', 200],
    ['$request.header.accept', 'application/json'],
    ['$request.path.id', 7],
    ['$request.query.tag', 'a'],
    ['$request.body#/user/uuid', 'u-1'],
    ['$response.body#/status', 'sold'],
    ['$response.body#/items/0/id', 9],
    ['$response.header.Server', 'nginx'],
    ['$self', 'https://example.com/a.arazzo.yaml'],
    ['$inputs.username', 'ada'],
    ['$inputs.x-api-key', 'k'],
    ['$workflows.foo.inputs.username', 'in'],
    ['$steps.someStepId.outputs.pets', [{ id: 1 }, { id: 2 }]],
    ['$steps.someStepId.outputs.pets#/0/id', 1],
    ['$outputs.bar', 'called'],
    ['$workflows.foo.outputs.bar', 'out'],
    ['$workflows.foo.outputs.mappedResponse#/name', 'm'],
    ['$sourceDescriptions.petstore.url', 'https://example.com/petstore.yaml'],
    ['$components.parameters.foo', 'parameter value'],
  ])('%s gives %j', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it.each([
    ['$response.body.count', 3],
    ['$response.body.items[0].id', 9],
    ["$response.body.items[0]['odd key']", true],
    ['$steps.someStepId.outputs.pets[1].id', 2],
    ['$inputs.pets[0].id', 7],
    ['$outputs.mappedResponse.name', 'mapped'],
  ])('%s reaches into a value by name and index', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it.each([
    ['$inputs.my.org.User', { name: 'dotted' }],
    ['$inputs.my.org.User.name', 'dotted'],
    ['$inputs.my.org.User#/name', 'dotted'],
    ['$steps.someStepId.outputs.a.b', 5],
  ])('%s takes the longest name that exists, because names may hold dots', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it.each([
    ['$response.body#/a~1b', 1],
    ['$response.body#/m~0n', 2],
    ['$request.query.filter[name]', 'b'],
    ['$response.header.X-RATE-LIMIT', '10'],
  ])('%s is read by the rules of its own syntax', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it.each([
    '$response.body#/missing',
    '$response.body.items[7].id',
    '$response.body.status.toString',
    '$inputs.constructor',
    '$inputs.unknown',
    '$steps.other.outputs.x',
    '$response.header.X-None',
    '$response.query.tag',
  ])('%s has no value', (text) => {
    expect(value(text)).toBeUndefined();
  });

  it('keeps null apart from nothing', () => {
    expect(value('$response.body.none')).toBeNull();
    expect(value('$inputs.nothing')).toBeNull();
  });

  it.each([
    ['$statuscode', 'did you mean "$statusCode"?', 0],
    ['$input.login', 'did you mean "$inputs."?', 0],
    ['$inputs.name is nice', 'write {$inputs.name}', 12],
    ['$steps.login.token', 'expected $steps.<stepId>.outputs.<name>', 7],
    ['$response.status', 'expected "header.", "query.", "path." or "body"', 10],
    ['$message.payload', 'AsyncAPI', 8],
    ['$inputs.', 'expected the name of an input', 7],
  ])('%s is a mistake, with its place', (text, message, at) => {
    expect(parseExpression(text)).toEqual({ ok: false, message: expect.stringContaining(message), at });
  });

  it('never throws, whatever the text', () => {
    const alphabet = fc.constantFrom(
      ..."$.#/[]'{}~!=&|() a0-_",
      'inputs',
      'steps',
      'outputs',
      'response',
      'body',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(alphabet).map((parts) => `$${parts.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseExpression(text);
        if (parsed.ok) evaluate(parsed.value, scope);
        else expect(parsed.at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('finds any JSON value again by its pointer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }),
        fc.jsonValue(),
        (path, leaf) => {
          const pointer = path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
          const parsed = parseExpression(`$response.body#${pointer}`);
          const nested = path.reduceRight<unknown>((inner, key) => Object.fromEntries([[key, inner]]), leaf);
          const body = JSON.parse(JSON.stringify(nested));
          const request = { headers: {}, query: {}, path: {}, body: undefined };
          const call = { url: '', method: '', request, response: { status: 200, headers: {}, body } };
          expect(parsed.ok && evaluate(parsed.value, { ...scope, call })).toEqual(
            JSON.parse(JSON.stringify(leaf)),
          );
        },
      ),
    );
  });
});

describe('expressions embedded in a text', () => {
  it.each([
    ['Bearer {$steps.someStepId.outputs.token}', 'Bearer t'],
    ['{$inputs.username}-{$statusCode}', 'ada-200'],
    ['{$inputs.pets}', '[{"id":7}]'],
    ['{$inputs.nothing}!', 'null!'],
    ['{"id":"{$request.path.id}"}', '{"id":"7"}'],
    ['a {b} {} {$unknown}', 'a {b} {} {$unknown}'],
  ])('%s becomes %s', (text, expected) => {
    const parsed = parseText(text);
    expect(parsed.ok && fillText(parsed.value, scope, [])).toBe(expected);
  });

  it('tells which expressions had no value', () => {
    const parsed = parseText('{$inputs.a}{$inputs.username}{$inputs.b}');
    const missing: string[] = [];
    if (parsed.ok) fillText(parsed.value, scope, missing);
    expect(missing).toEqual(['$inputs.a', '$inputs.b']);
  });

  it('tells where an embedded mistake is', () => {
    expect(parseText('ab{$inputs.x y}')).toMatchObject({ ok: false, at: 12 });
  });
});
