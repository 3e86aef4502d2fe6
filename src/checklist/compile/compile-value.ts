import type { Json } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import { messageOf } from '../../node/message-of.ts';
import { evaluate } from '../expressions/evaluate.ts';
import { looksLikeExpression, misspeltRoot, parseExpression } from '../expressions/parse-expression.ts';
import { pointerTo } from '../expressions/pointer.ts';
import { fillText, parseText } from '../expressions/text.ts';
import type { Expression, Fill, Scope } from '../expressions/types.ts';
import type { Engine } from '../queries/engine.ts';
import { compileEngine } from './compile-engine.ts';
import type { Compiler } from './compiler.ts';

/** Compiles a value that may hold runtime expressions anywhere (parameters, payloads, outputs). */
export function compileValue(raw: Json, pointer: string, compiler: Compiler): Fill {
  if (typeof raw === 'string') return compileString(raw, pointer, compiler);
  if (Array.isArray(raw)) return compileList(raw, pointer, compiler);
  if (!isObject(raw)) return () => raw;
  return compileSelector(raw, pointer, compiler) ?? compileObject(raw, pointer, compiler);
}

function compileString(raw: string, pointer: string, compiler: Compiler): Fill {
  if (looksLikeExpression(raw)) {
    const expression = compileExpression(raw, pointer, compiler);
    return expression ? (scope, missing) => valueIn(expression, scope, missing) : () => raw;
  }
  const hint = misspeltRoot(raw);
  if (hint !== '') compiler.report(pointer, `"${raw}" looks like an expression${hint}`, 'warning');
  const text = parseText(raw);
  if (!text.ok) {
    compiler.reportSyntax(pointer, raw, text);
    return () => raw;
  }
  const expressions = text.value.filter((piece) => typeof piece !== 'string');
  for (const expression of expressions) compiler.use(expression, pointer);
  return expressions.length === 0 ? () => raw : (scope, missing) => fillText(text.value, scope, missing);
}

/** Parses a text that has to be one expression; undefined when it has a mistake, which is reported. */
export function compileExpression(raw: string, pointer: string, compiler: Compiler): Expression | undefined {
  const parsed = parseExpression(raw);
  if (!parsed.ok) {
    compiler.reportSyntax(pointer, raw, parsed);
    return undefined;
  }
  compiler.use(parsed.value, pointer);
  return parsed.value;
}

/** An input without a value is left out wherever it stands alone: that is what an optional input means. */
function valueIn(expression: Expression, scope: Scope, missing: string[]): Json | undefined {
  const value = evaluate(expression, scope);
  if (value === undefined && expression.kind !== 'inputs') missing.push(expression.text);
  return value;
}

function compileList(raw: readonly Json[], pointer: string, compiler: Compiler): Fill {
  return fillList(raw.map((item, index) => compileValue(item, pointerTo(pointer, index), compiler)));
}

function compileObject(raw: { [key: string]: Json }, pointer: string, compiler: Compiler): Fill {
  const entries = Object.entries(raw);
  return fillObject(
    entries.map(([key, value]) => [key, compileValue(value, pointerTo(pointer, key), compiler)] as const),
  );
}

// The closures below are made in functions of their own: made beside the ones above, they would share
// those' context and so keep the compiler, and with it the whole document, alive for as long as a run takes.

function fillList(fills: readonly Fill[]): Fill {
  return (scope, missing) => fills.map((fill) => fill(scope, missing) ?? null);
}

/** A member whose expression has no value is left out of the object. */
function fillObject(members: readonly (readonly [string, Fill])[]): Fill {
  return (scope, missing) => {
    const filled = members.map(([key, fill]) => [key, fill(scope, missing)] as const);
    return Object.fromEntries(filled.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  };
}

/** A Selector Object (Arazzo 1.1.0): exactly `context`, `selector` and `type`, the context an expression. */
function compileSelector(
  raw: { [key: string]: Json },
  pointer: string,
  compiler: Compiler,
): Fill | undefined {
  const { context, selector, type } = raw;
  if (Object.keys(raw).length !== 3 || typeof context !== 'string' || typeof selector !== 'string')
    return undefined;
  if (type === undefined || !looksLikeExpression(context)) return undefined;
  const engine = compileEngine(type, pointerTo(pointer, 'type'), compiler);
  const expression = compileExpression(context, pointerTo(pointer, 'context'), compiler);
  const query = compileString(selector, pointerTo(pointer, 'selector'), compiler);
  if (!engine || !expression) return () => raw;
  return (scope, missing) => select(engine, { expression, query }, scope, missing);
}

function select(
  engine: Engine,
  { expression, query }: { readonly expression: Expression; readonly query: Fill },
  scope: Scope,
  missing: string[],
): Json | undefined {
  const context = valueIn(expression, scope, missing);
  const text = String(query(scope, missing));
  if (context === undefined) return undefined;
  try {
    const found = engine.select(text, context);
    if (found === undefined) missing.push(`${text} in ${expression.text}`);
    return found;
  } catch (error) {
    missing.push(`${text} in ${expression.text} (${messageOf(error)})`);
    return undefined;
  }
}
