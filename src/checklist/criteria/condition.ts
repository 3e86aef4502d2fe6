import type { Text } from '../expressions/text.ts';
import type { Expression } from '../expressions/types.ts';

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A simple condition (Arazzo 1.0.1 "Criterion Object": literals, operators, runtime expressions). */
export type Condition =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A string literal with embedded expressions: `'user-{$inputs.unique}'`. */
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Condition;
      readonly right: Condition;
    };
