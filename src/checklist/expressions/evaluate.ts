import type { Json } from '../../contract/json.ts';
import { walk } from './pointer.ts';
import type { Call, Expression, Scope, Trail, Values } from './types.ts';

/** The value of an expression, its type preserved; undefined when there is nothing there. Never throws. */
export function evaluate(expression: Expression, scope: Scope): Json | undefined {
  switch (expression.kind) {
    case 'url':
      return scope.call?.url;
    case 'method':
      return scope.call?.method;
    case 'statusCode':
      return scope.call?.response?.status;
    case 'self':
      return scope.document.self;
    case 'parameter':
      return parameterValue(expression, scope.call);
    case 'body':
      return follow(scope.call?.[expression.side]?.body, expression.trail);
    case 'inputs':
      return named(scope.inputs, expression.trail);
    case 'outputs':
      return named(scope.outputs, expression.trail);
    case 'steps':
      return named(scope.steps.get(expression.stepId), expression.trail);
    case 'workflows':
      return named(scope.workflows.get(expression.workflowId)?.[expression.field], expression.trail);
    case 'sourceDescriptions':
      return own(scope.document.sources.get(expression.source), expression.reference);
    case 'components':
      return expression.type === 'parameters' ? own(scope.document.parameters, expression.name) : undefined;
  }
}

function parameterValue(
  { side, place, name }: Extract<Expression, { kind: 'parameter' }>,
  call: Call | undefined,
): Json | undefined {
  if (place === 'header') return own(call?.[side]?.headers, name.toLowerCase());
  return side === 'request' ? own(call?.request[place], name) : undefined;
}

/**
 * A value by name and what is below it. Names of inputs and outputs may hold dots, so the longest
 * name that exists wins: `a.b.c` is `['a.b.c']`, else `['a.b'].c`, else `['a'].b.c`.
 */
function named(values: Values | undefined, trail: Trail): Json | undefined {
  if (!values) return undefined;
  const { accessors } = trail;
  for (let length = accessors.length; length > 0; length -= 1) {
    const name = accessors.slice(0, length).join('.');
    if (Object.hasOwn(values, name)) {
      return follow(values[name], { accessors: accessors.slice(length), pointer: trail.pointer });
    }
  }
  return undefined;
}

function follow(value: Json | undefined, { accessors, pointer }: Trail): Json | undefined {
  if (accessors.length === 0 && pointer.length === 0) return value;
  return walk(walk(value, accessors), pointer);
}

function own(values: Readonly<Record<string, Json>> | undefined, name: string): Json | undefined {
  return values && Object.hasOwn(values, name) ? values[name] : undefined;
}
