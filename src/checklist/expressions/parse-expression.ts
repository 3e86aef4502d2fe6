import { didYouMean } from '../suggest.ts';
import type { Parsed } from './mistake.ts';
import { attempt, Mistake } from './mistake.ts';
import { readOptionalTrail, readTrail } from './read-trail.ts';
import { need, type Scanner, type Setting, take } from './scanner.ts';
import type { Expression, Side } from './types.ts';

type Shape = Expression extends infer E ? (E extends { text: string } ? Omit<E, 'text'> : never) : never;

const bareRoots = ['$url', '$method', '$statusCode', '$self'];
const dottedRoots = ['$request.', '$response.', '$inputs.', '$outputs.', '$steps.', '$workflows.'].concat([
  '$sourceDescriptions.',
  '$components.',
]);

const root =
  /\$(url|method|statusCode|self|request|response|message|inputs|outputs|steps|workflows|sourceDescriptions|components)(?![A-Za-z0-9_-])/y;

/** Characters that end a name inside a condition. */
const freeName: Record<Setting, RegExp> = { whole: /.+/sy, condition: /[^\s<>=!&|()'{}[\],]+/y };
const headerName: Record<Setting, RegExp> = {
  whole: /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y,
  condition: /[#$%*+\-.^_`~0-9A-Za-z]+/y,
};

/**
 * Parses a text that is one runtime expression (Arazzo 1.0.1 "Runtime Expressions").
 * Besides the ABNF it accepts `.name` and `[0]` after a body, input or output, because the
 * specification's own examples use them (`$response.body.count`).
 */
export function parseExpression(text: string): Parsed<Expression> {
  return attempt(() => {
    const scanner: Scanner = { text, setting: 'whole', at: 0 };
    const expression = readExpression(scanner);
    if (scanner.at < text.length) {
      const rest = `unexpected "${text.slice(scanner.at)}" after ${expression.text}`;
      throw new Mistake(`${rest}; to put an expression into a text write {${expression.text}}`, scanner.at);
    }
    return expression;
  });
}

/** Whether a string is meant as an expression: it begins with one of the roots that the specification names. */
export function looksLikeExpression(text: string): boolean {
  root.lastIndex = 0;
  return root.test(text);
}

/** `; did you mean "$inputs."?` for a text that begins like a misspelt root, else nothing. */
export function misspeltRoot(text: string): string {
  const word = /^\$[A-Za-z]{3,}\.?/.exec(text)?.[0];
  if (word === undefined || (!word.endsWith('.') && word.length !== text.length)) return '';
  return didYouMean(word, word.endsWith('.') ? dottedRoots : bareRoots);
}

/** Reads one expression at the scanner's place. Throws a Mistake. */
export function readExpression(scanner: Scanner): Expression {
  const from = scanner.at;
  const name = take(scanner, root)?.[1];
  if (name === undefined) {
    const hint = misspeltRoot(scanner.text.slice(from).split(/[\s)]/)[0] ?? '');
    throw new Mistake(`unknown expression "${scanner.text.slice(from, from + 24)}"${hint}`, from);
  }
  const shape = readAfterRoot(scanner, name);
  return { ...shape, text: scanner.text.slice(from, scanner.at) };
}

function readAfterRoot(scanner: Scanner, name: string): Shape {
  switch (name) {
    case 'url':
    case 'method':
    case 'statusCode':
    case 'self':
      return { kind: name };
    case 'request':
    case 'response':
      return readMessage(scanner, name);
    case 'inputs':
    case 'outputs':
      return { kind: name, trail: readTrail(scanner, `the name of an ${name.slice(0, -1)}`) };
    case 'steps':
      return readStep(scanner);
    case 'workflows':
      return readWorkflow(scanner);
    case 'sourceDescriptions':
      return readSource(scanner);
    case 'components':
      return readComponent(scanner);
    default:
      throw new Mistake('$message belongs to AsyncAPI steps, which this runner does not run', scanner.at);
  }
}

function readMessage(scanner: Scanner, side: Side): Shape {
  need(scanner, /\./y, `".header.", ".query.", ".path." or ".body" after $${side}`);
  if (take(scanner, /body(?![A-Za-z0-9_-])/y))
    return { kind: 'body', side, trail: readOptionalTrail(scanner) };
  const place = take(scanner, /(header|query|path)\./y)?.[1];
  if (place === 'header') {
    return {
      kind: 'parameter',
      side,
      place,
      name: need(scanner, headerName[scanner.setting], 'a header name'),
    };
  }
  if (place === 'query' || place === 'path') {
    return {
      kind: 'parameter',
      side,
      place,
      name: need(scanner, freeName[scanner.setting], `a ${place} parameter`),
    };
  }
  throw new Mistake(`expected "header.", "query.", "path." or "body" after $${side}.`, scanner.at);
}

function readStep(scanner: Scanner): Shape {
  need(scanner, /\./y, '".<stepId>.outputs.<name>" after $steps');
  const stepId = take(scanner, /([^\s()[\]{}<>=!&|',]+?)\.outputs(?=[.[])/y)?.[1];
  if (stepId === undefined) throw new Mistake('expected $steps.<stepId>.outputs.<name>', scanner.at);
  return { kind: 'steps', stepId, trail: readTrail(scanner, 'the name of an output') };
}

function readWorkflow(scanner: Scanner): Shape {
  need(scanner, /\./y, '".<workflowId>.outputs.<name>" after $workflows');
  const [, workflowId, field] = take(scanner, /([^\s()[\]{}<>=!&|',]+?)\.(inputs|outputs)(?=[.[])/y) ?? [];
  if (workflowId === undefined || (field !== 'inputs' && field !== 'outputs')) {
    throw new Mistake('expected $workflows.<workflowId>.inputs.<name> or .outputs.<name>', scanner.at);
  }
  return {
    kind: 'workflows',
    workflowId,
    field,
    trail: readTrail(scanner, `the name of an ${field.slice(0, -1)}`),
  };
}

function readSource(scanner: Scanner): Shape {
  need(scanner, /\./y, '".<name>.<reference>" after $sourceDescriptions');
  const source = need(scanner, /[^\s.()[\]{}<>=!&|',]+/y, 'the name of a source description');
  need(scanner, /\./y, '"." and an operationId, a workflowId or a field');
  const reference = need(scanner, freeName[scanner.setting], 'an operationId, a workflowId or a field');
  return { kind: 'sourceDescriptions', source, reference };
}

function readComponent(scanner: Scanner): Shape {
  const types = '"parameters", "successActions" or "failureActions"';
  need(scanner, /\./y, `".<type>.<name>" after $components`);
  const type = need(scanner, /(parameters|successActions|failureActions|inputs)(?=\.)/y, types);
  need(scanner, /\./y, '"."');
  return { kind: 'components', type, name: need(scanner, /[A-Za-z0-9._-]+/y, 'the name of a component') };
}
