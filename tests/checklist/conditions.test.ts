import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/checklist/criteria/compare.ts';
import type { Comparison, Condition } from '../../src/checklist/criteria/condition.ts';
import { holds } from '../../src/checklist/criteria/evaluate-condition.ts';
import { parseCondition } from '../../src/checklist/criteria/parse-condition.ts';
import { parseExpression } from '../../src/checklist/expressions/parse-expression.ts';
import type { Scope } from '../../src/checklist/expressions/types.ts';

const scope: Scope = {
  inputs: { threshold: 2, name: 'ADA', unique: 'abc', empty: '' },
  outputs: {},
  steps: new Map([['get-pricing', { minPrice: 10, total: '12.5' }]]),
  workflows: new Map(),
  document: { self: '', sources: new Map(), parameters: {} },
  call: {
    url: 'http://localhost/',
    method: 'POST',
    request: { headers: {}, query: {}, path: {}, body: undefined },
    response: {
      status: 201,
      headers: { 'x-rate-limit': '100', 'content-type': 'application/json' },
      body: {
        count: 3,
        ok: true,
        name: 'ada',
        none: null,
        data: { list: [1, 2] },
        quote: "it's",
        login: 'user-abc',
      },
    },
  },
};

function verdict(text: string): boolean | string {
  const parsed = parseCondition(text);
  return parsed.ok ? holds(parsed.value, scope) : parsed.message;
}

describe('simple conditions', () => {
  it.each([
    // Arazzo 1.0.1 and 1.1.0 "Criterion Object", the examples of the text.
    '$statusCode == 201',
    '{$statusCode == 201}',
    '$response.body.count > $inputs.threshold',
    '$statusCode == 201 && $response.body.data != null',
    // Each operator.
    '$statusCode != 200',
    '$statusCode < 300',
    '$statusCode <= 201',
    '$statusCode > 200',
    '$statusCode >= 201',
    '!$response.body.none',
    '$statusCode == 400 || $statusCode == 201',
    '($statusCode == 400 || $statusCode == 201) && $response.body.ok',
    '$response.body.data.list[1] == 2',
    "$response.body['count'] == 3",
    '!($statusCode == 200)',
    // Literals.
    'true',
    '$response.body.ok == true',
    '$response.body.none == null',
    '$response.body.count == 3.0',
    '$response.body.count == 3e0',
    '-1 < 0',
    "$response.body.quote == 'it''s'",
    // Strings without regard to case, both ways.
    "$response.body.name == 'ADA'",
    '$response.body.name == $inputs.name',
    "$method == 'post'",
    "$response.body.name >= 'ABC'",
    // Numeric strings.
    '$response.header.X-Rate-Limit > 99',
    '$response.header.X-Rate-Limit == 100',
    '$steps.get-pricing.outputs.total > $steps.get-pricing.outputs.minPrice',
    // A value that is not there counts as null.
    '$response.body.missing == null',
    '$response.body#/data/missing == null',
    '$response.body != null',
    // Expressions embedded in a string.
    "$response.body.login == 'user-{$inputs.unique}'",
    // No blanks needed.
    "$statusCode==201&&$response.body.name=='ada'||false",
    '$response.body#/count==3',
  ])('%s holds', (text) => {
    expect(verdict(text)).toBe(true);
  });

  it.each([
    '$statusCode == 200',
    'false',
    'null',
    '$inputs.empty',
    '$response.body.missing',
    "$response.body.name != 'ADA'",
    '$response.body.none > 0',
    '$response.body.none < 1',
    '$response.body.data > 1',
    "$response.body.ok == 'true'",
    // Two values that are not there are not equal.
    '$response.body.misspelt == $response.body.missing',
    '$statusCode == 201 && !$response.body.ok',
    // `&&` binds tighter than `||`.
    'false && true || false',
    // `!` binds tighter than a comparison.
    '!$statusCode == 201',
  ])('%s does not hold', (text) => {
    expect(verdict(text)).toBe(false);
  });

  it.each([
    ['$statusCode = 200', 'did you mean "=="?'],
    ['$statusCode === 200', 'without a third sign'],
    ['$statusCode !== 200', 'without a third sign'],
    ['$statusCode == 200 & true', 'did you mean "&&"?'],
    ['true | false', 'did you mean "||"?'],
    ['$statusCode == 200 and true', 'the operators are'],
    ['$response.body.a == "b"', 'single quotes'],
    ["$response.body.a == 'b", 'not closed'],
    ['$response.body.a == b', 'strings stand in single quotes'],
    ['($statusCode == 200', 'expected ")"'],
    ['$statusCode ==', 'expected a value'],
    ['', 'expected a value'],
    ['$statuscode == 200', 'did you mean "$statusCode"?'],
    [`${'('.repeat(300)}true`, 'nested too deeply'],
  ])('%s is a mistake that is explained', (text, message) => {
    expect(verdict(text)).toContain(message);
  });
});

const expressions = [
  '$statusCode',
  '$response.body',
  '$inputs.my-name',
  '$response.header.X-A',
  '$response.body#/a/b',
]
  .map(parseExpression)
  .flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
const literal = fc.oneof(
  fc.constantFrom(true, false, null),
  fc.string().filter((text) => !text.includes('{$')),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
);
const operators: readonly Comparison[] = ['==', '!=', '<', '<=', '>', '>='];

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant('literal' as const), value: literal }),
    fc.record({ kind: fc.constant('expression' as const), expression: fc.constantFrom(...expressions) }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('condition') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      left: tie('condition'),
      right: tie('condition'),
    }),
    fc.record({
      kind: fc.constant('compare' as const),
      operator: fc.constantFrom(...operators),
      left: tie('condition'),
      right: tie('condition'),
    }),
  ),
}));

/** Writes a condition with every group in parentheses. */
function print(part: Condition): string {
  switch (part.kind) {
    case 'literal':
      return typeof part.value === 'string' ? `'${part.value.replaceAll("'", "''")}'` : String(part.value);
    case 'text':
      throw new Error('not generated');
    case 'expression':
      return part.expression.text;
    case 'not':
      return `!(${print(part.operand)})`;
    case 'compare':
      return `(${print(part.left)}) ${part.operator} (${print(part.right)})`;
    default:
      return `(${print(part.left)}) ${part.kind === 'and' ? '&&' : '||'} (${print(part.right)})`;
  }
}

describe('the condition parser', () => {
  it('reads back what is printed', () => {
    fc.assert(
      fc.property(condition, (tree) => {
        expect(parseCondition(print(tree))).toEqual({ ok: true, value: tree });
      }),
    );
  });

  it('never throws, and names a place inside the text', () => {
    const pieces = fc.constantFrom(
      '$statusCode',
      '$response.body',
      '==',
      '&&',
      '(',
      ')',
      '!',
      "'",
      ' ',
      '1',
      '{',
      '}',
      '.',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseCondition(text);
        if (parsed.ok) holds(parsed.value, scope);
        else expect(parsed.at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('comparison', () => {
  it('has one of <, == and > between any two numbers', () => {
    const number = fc.double({ noNaN: true });
    fc.assert(
      fc.property(number, number, (left, right) => {
        const signs: readonly Comparison[] = ['<', '==', '>'];
        expect(signs.filter((sign) => compare(sign, left, right))).toHaveLength(1);
      }),
    );
  });

  it('says the opposite for == and !=, whatever the values', () => {
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(json, json, (left, right) => {
        expect(compare('==', left, right)).toBe(!compare('!=', left, right));
        expect(compare('==', left, left)).toBe(true);
      }),
    );
  });
});
