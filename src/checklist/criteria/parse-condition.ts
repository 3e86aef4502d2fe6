import type { Parsed } from '../expressions/mistake.ts';
import { attempt, Mistake } from '../expressions/mistake.ts';
import { readExpression } from '../expressions/parse-expression.ts';
import { found, need, type Scanner, take } from '../expressions/scanner.ts';
import { parseText } from '../expressions/text.ts';
import type { Comparison, Condition } from './condition.ts';

/** Deeper nesting than this is refused: nobody writes it, and it would exhaust the stack. */
const deepest = 200;

/**
 * Parses a simple condition. Binding strength, weakest first: `||`, `&&`, `==` and `!=`, `<` `<=` `>` `>=`, `!`.
 * Curly braces group like parentheses, because the specification's own example writes `{$statusCode == 401}`.
 */
export function parseCondition(text: string): Parsed<Condition> {
  const known = parsed.get(text);
  if (known) return known;
  const fresh = parse(text);
  if (parsed.size < MOST_PARSED) parsed.set(text, fresh);
  return fresh;
}

/** `$statusCode == 200` stands in every checklist, many times in each. */
const parsed = new Map<string, Parsed<Condition>>();
const MOST_PARSED = 1000;

function parse(text: string): Parsed<Condition> {
  return attempt(() => {
    const scanner: Scanner = { text, setting: 'condition', at: 0 };
    const condition = readOr(scanner, 0);
    if (scanner.at < text.length)
      throw new Mistake(`expected an operator${found(scanner)}${hint(scanner)}`, scanner.at);
    return condition;
  });
}

function readOr(scanner: Scanner, depth: number): Condition {
  let left = readAnd(scanner, depth);
  while (operator(scanner, /\|\|/y)) left = { kind: 'or', left, right: readAnd(scanner, depth) };
  return left;
}

function readAnd(scanner: Scanner, depth: number): Condition {
  let left = readComparison(scanner, depth, 0);
  while (operator(scanner, /&&/y)) left = { kind: 'and', left, right: readComparison(scanner, depth, 0) };
  return left;
}

const comparisons: readonly RegExp[] = [/(?:==|!=)(?!=)/y, /[<>]=?/y];

function readComparison(scanner: Scanner, depth: number, level: number): Condition {
  const pattern = comparisons[level];
  if (!pattern) return readUnary(scanner, depth);
  let left = readComparison(scanner, depth, level + 1);
  for (let sign = comparison(scanner, pattern); sign; sign = comparison(scanner, pattern)) {
    left = { kind: 'compare', operator: sign, left, right: readComparison(scanner, depth, level + 1) };
  }
  return left;
}

function comparison(scanner: Scanner, pattern: RegExp): Comparison | undefined {
  const sign = operator(scanner, pattern);
  return sign === '==' || sign === '!=' || sign === '<' || sign === '<=' || sign === '>' || sign === '>='
    ? sign
    : undefined;
}

function operator(scanner: Scanner, pattern: RegExp): string | undefined {
  const sign = take(scanner, pattern)?.[0];
  if (sign !== undefined) skipSpace(scanner);
  return sign;
}

function readUnary(scanner: Scanner, depth: number): Condition {
  if (depth > deepest) throw new Mistake('the condition is nested too deeply', scanner.at);
  skipSpace(scanner);
  if (take(scanner, /!(?!=)/y)) return { kind: 'not', operand: readUnary(scanner, depth + 1) };
  const condition = readGroup(scanner, depth) ?? readOperand(scanner);
  skipSpace(scanner);
  return condition;
}

function readGroup(scanner: Scanner, depth: number): Condition | undefined {
  const open = take(scanner, /[({]/y)?.[0];
  if (open === undefined) return undefined;
  const condition = readOr(scanner, depth + 1);
  need(scanner, open === '(' ? /\)/y : /\}/y, open === '(' ? '")"' : '"}"');
  return condition;
}

function readOperand(scanner: Scanner): Condition {
  if (scanner.text[scanner.at] === '$') return { kind: 'expression', expression: readExpression(scanner) };
  const quoted = take(scanner, /'((?:[^']|'')*)'/y)?.[1];
  if (quoted !== undefined) return stringLiteral(quoted.replaceAll("''", "'"), scanner.at);
  const number = take(scanner, /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.])/y)?.[0];
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  const word = take(scanner, /(?:true|false|null)(?![\w.])/y)?.[0];
  if (word !== undefined) return { kind: 'literal', value: word === 'null' ? null : word === 'true' };
  throw new Mistake(`expected a value${found(scanner)}${hint(scanner)}`, scanner.at);
}

function stringLiteral(value: string, end: number): Condition {
  if (!value.includes('{$')) return { kind: 'literal', value };
  const text = parseText(value);
  if (!text.ok) throw new Mistake(text.message, end);
  return text.value.every((piece) => typeof piece === 'string')
    ? { kind: 'literal', value }
    : { kind: 'text', text: text.value };
}

/** A word on the usual slips. */
function hint({ text, at }: Scanner): string {
  const rest = text.slice(at);
  if (/^[!=]==/.test(rest)) return '; Arazzo compares with == and !=, without a third sign';
  if (rest.startsWith('=')) return '; did you mean "=="?';
  if (/^&(?!&)/.test(rest)) return '; did you mean "&&"?';
  if (/^\|(?!\|)/.test(rest)) return '; did you mean "||"?';
  if (/^(and|or|not)\b/i.test(rest)) return '; the operators are &&, || and !';
  if (rest.startsWith('"')) return '; strings stand in single quotes';
  if (rest.startsWith("'")) return '; the string is not closed';
  return /^\w/.test(rest) ? '; strings stand in single quotes, expressions begin with $' : '';
}

function skipSpace(scanner: Scanner): void {
  take(scanner, /\s+/y);
}
