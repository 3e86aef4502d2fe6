import type { Json } from '../../contract/json.ts';
import { messageOf } from '../../node/message-of.ts';
import { type Criterion, type Judgement, met, show, unmet } from '../criteria/criterion.ts';
import { expressionsOf, holds } from '../criteria/evaluate-condition.ts';
import { parseCondition } from '../criteria/parse-condition.ts';
import { evaluate } from '../expressions/evaluate.ts';
import { fillText, parseText, type Text, toText } from '../expressions/text.ts';
import type { Expression, Scope } from '../expressions/types.ts';
import type { Engine } from '../queries/engine.ts';
import { compileEngine } from './compile-engine.ts';
import { compileExpression } from './compile-value.ts';
import type { Compiler } from './compiler.ts';
import { type Fields, type Item, readFields } from './fields.ts';

const fieldNames = ['context', 'condition', 'type'];

/** Compiles a Criterion Object; undefined when it has a mistake, which is reported. */
function compileCriterion(item: Item, compiler: Compiler): Criterion | undefined {
  if (typeof item.value === 'string') {
    compiler.report(item.pointer, `a criterion has to be an object: write "condition: ${item.value}"`);
    return undefined;
  }
  const fields = readFields(item, 'a criterion', fieldNames, compiler);
  const source = fields?.requiredText('condition');
  if (!fields || source === undefined) return undefined;
  const type = fields.raw.type ?? 'simple';
  if (type === 'simple') return compileSimple(source, fields.at('condition'), compiler);
  const context = compileContext(fields, compiler);
  const condition = compileText(source, fields.at('condition'), compiler);
  if (!context || !condition) return undefined;
  const parts = { context, condition, source, pointer: fields.at('condition') };
  if (type === 'regex') return compileRegex(parts, compiler);
  const engine = compileEngine(type, fields.at('type'), compiler);
  return engine && compileQuery(parts, engine, compiler);
}

/** Compiles a list of criteria; all of them have to be met. */
export function compileCriteria(items: readonly Item[], compiler: Compiler): readonly Criterion[] {
  const criteria = items.map((item) => compileCriterion(item, compiler));
  return criteria.filter((criterion) => criterion !== undefined);
}

interface Parts {
  readonly context: Expression;
  readonly condition: Text;
  /** The condition as it was written. */
  readonly source: string;
  readonly pointer: string;
}

function compileSimple(source: string, pointer: string, compiler: Compiler): Criterion | undefined {
  const parsed = parseCondition(source);
  if (!parsed.ok) {
    compiler.reportSyntax(pointer, source, parsed);
    return undefined;
  }
  const expressions = expressionsOf(parsed.value);
  for (const expression of expressions) compiler.use(expression, pointer);
  const judge = (scope: Scope): Judgement =>
    holds(parsed.value, scope) ? met : unmet(source.trim(), showValues(expressions, scope));
  return { pointer, judge };
}

/** The one value that matters, or each with its name. */
function showValues(expressions: readonly Expression[], scope: Scope): string {
  const [only, ...others] = expressions;
  if (!only) return 'false';
  if (others.length === 0) return show(evaluate(only, scope));
  return expressions
    .map((expression) => `${expression.text} = ${show(evaluate(expression, scope))}`)
    .join(', ');
}

function compileContext(fields: Fields, compiler: Compiler): Expression | undefined {
  const context = fields.text('context');
  if (context !== undefined) return compileExpression(context, fields.at('context'), compiler);
  compiler.report(
    fields.pointer,
    'a criterion with a type needs a "context": the expression whose value it looks at',
  );
  return undefined;
}

function compileText(source: string, pointer: string, compiler: Compiler): Text | undefined {
  const parsed = parseText(source);
  if (!parsed.ok) {
    compiler.reportSyntax(pointer, source, parsed);
    return undefined;
  }
  for (const piece of parsed.value) if (typeof piece !== 'string') compiler.use(piece, pointer);
  return parsed.value;
}

function compileRegex(
  { context, condition, source, pointer }: Parts,
  compiler: Compiler,
): Criterion | undefined {
  const fixed = fixedText(condition);
  const compiled = fixed === undefined ? undefined : toRegExp(fixed);
  if (typeof compiled === 'string') {
    compiler.report(pointer, `"${source}" is not a regular expression: ${compiled}`);
    return undefined;
  }
  const test = (value: Json, scope: Scope): boolean | string => {
    const pattern = compiled ?? toRegExp(fillText(condition, scope, []));
    return typeof pattern === 'string' ? pattern : pattern.test(toText(value));
  };
  return { pointer, judge: (scope) => judgeContext(context, scope, `to match /${source}/`, test) };
}

function toRegExp(pattern: string): RegExp | string {
  try {
    return new RegExp(pattern);
  } catch (error) {
    return messageOf(error);
  }
}

function compileQuery(
  { context, condition, source, pointer }: Parts,
  engine: Engine,
  compiler: Compiler,
): Criterion | undefined {
  const fixed = fixedText(condition);
  const mistake = fixed === undefined ? undefined : engine.mistake(fixed);
  if (mistake !== undefined) {
    compiler.report(pointer, `condition "${source}": ${mistake}`);
    return undefined;
  }
  const test = (value: Json, scope: Scope) => {
    const query = fixed ?? fillText(condition, scope, []);
    return engine.test(query, value) || (engine.hint?.(query, value) ?? false);
  };
  return { pointer, judge: (scope) => judgeContext(context, scope, `to hold ${source}`, test) };
}

/**
 * A missing or null context fails (Arazzo 1.1.0 "Condition Evaluation"); so does what cannot be evaluated.
 * `test` gives true, false, or false in the form of a reason.
 */
function judgeContext(
  context: Expression,
  scope: Scope,
  what: string,
  test: (value: Json, scope: Scope) => boolean | string,
): Judgement {
  const value = evaluate(context, scope);
  const expected = `${context.text} ${what}`;
  if (value === undefined || value === null) return unmet(expected, show(value));
  try {
    const result = test(value, scope);
    if (result === true) return met;
    return unmet(expected, show(value), typeof result === 'string' ? result : '');
  } catch (error) {
    return unmet(expected, show(value), messageOf(error));
  }
}

/** The text when no expression is embedded in it. */
function fixedText(text: Text): string | undefined {
  return text.every((piece) => typeof piece === 'string') ? text.join('') : undefined;
}
