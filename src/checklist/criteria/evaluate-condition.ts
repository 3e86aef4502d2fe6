import type { Json } from '../../contract/json.ts';
import { evaluate } from '../expressions/evaluate.ts';
import { fillText } from '../expressions/text.ts';
import type { Expression, Scope } from '../expressions/types.ts';
import { compare } from './compare.ts';
import type { Condition } from './condition.ts';

/** Whether a condition holds. A bare value holds unless it is false, null, absent, 0 or empty. */
export function holds(condition: Condition, scope: Scope): boolean {
  return Boolean(valueIn(condition, scope));
}

function valueIn(condition: Condition, scope: Scope): Json | undefined {
  switch (condition.kind) {
    case 'literal':
      return condition.value;
    case 'text':
      return fillText(condition.text, scope, []);
    case 'expression':
      return evaluate(condition.expression, scope);
    case 'not':
      return !holds(condition.operand, scope);
    case 'and':
      return holds(condition.left, scope) && holds(condition.right, scope);
    case 'or':
      return holds(condition.left, scope) || holds(condition.right, scope);
    case 'compare':
      return compare(condition.operator, valueIn(condition.left, scope), valueIn(condition.right, scope));
  }
}

/** Every expression in a condition, in reading order, each once. */
export function expressionsOf(condition: Condition): Expression[] {
  const all = collect(condition);
  return [...new Map(all.map((expression) => [expression.text, expression])).values()];
}

function collect(condition: Condition): Expression[] {
  switch (condition.kind) {
    case 'literal':
      return [];
    case 'text':
      return condition.text.filter((piece) => typeof piece !== 'string');
    case 'expression':
      return [condition.expression];
    case 'not':
      return collect(condition.operand);
    default:
      return [...collect(condition.left), ...collect(condition.right)];
  }
}
