import type { Operation } from '../../contract/types.ts';
import { compileValue } from '../expressions/template.ts';
import { didYouMean } from '../suggest.ts';
import type { Argument, ArgumentPlace } from '../types.ts';
import type { Compiler } from './compiler.ts';
import { type Fields, type Item, readFields } from './fields.ts';
import { resolveReusable } from './reusable.ts';

/** What parameters are passed to: an operation, or the inputs of a workflow. */
export type Callee =
  | { readonly kind: 'operation'; readonly operation: Operation }
  | { readonly kind: 'workflow' };

/**
 * Parameters of a step, with those of its workflow that it does not override
 * (Arazzo 1.0.1 "Parameter Object": a name and a place make a parameter).
 */
export function compileParameters(
  own: readonly Item[],
  inherited: readonly Item[],
  callee: Callee,
  compiler: Compiler,
): readonly Argument[] {
  const step = own.map((item) => compileParameter(item, callee, compiler));
  const workflow = inherited.map((item) => compileParameter(item, callee, compiler));
  const mine = step.filter((argument) => argument !== undefined);
  reportDuplicates(mine, own, compiler);
  const taken = new Set(mine.map(identity));
  return [
    ...mine,
    ...workflow.filter((argument) => argument !== undefined && !taken.has(identity(argument))),
  ].filter((argument) => argument !== undefined);
}

/** Header names do not differ by case (RFC 9110 section 5.1). */
function identity({ in: place, name }: Argument): string {
  return `${place ?? ''} ${place === 'header' ? name.toLowerCase() : name}`;
}

function reportDuplicates(list: readonly Argument[], items: readonly Item[], compiler: Compiler): void {
  const seen = new Set<string>();
  for (const [index, argument] of list.entries()) {
    const id = identity(argument);
    if (seen.has(id))
      compiler.report(items[index]?.pointer ?? '', `parameter "${argument.name}" is given twice`);
    seen.add(id);
  }
}

function compileParameter(item: Item, callee: Callee, compiler: Compiler): Argument | undefined {
  const resolved = resolveReusable(item, 'parameters', compiler);
  const fields = resolved && readFields(resolved, 'a parameter', ['name', 'in', 'value'], compiler);
  const name = fields?.requiredText('name');
  if (!fields || name === undefined) return undefined;
  const { value } = fields.raw;
  if (value === undefined) {
    compiler.report(fields.pointer, `parameter "${name}" needs a "value"`);
    return undefined;
  }
  const place = readPlace(fields, name, callee, compiler);
  const fill = compileValue(value, fields.at('value'), compiler);
  const known = callee.kind === 'operation' ? declared(callee.operation, name, place) : undefined;
  return { name, fill, ...(place && { in: place }), ...(known && { parameter: known }) };
}

const places: readonly ArgumentPlace[] = ['path', 'query', 'querystring', 'header', 'cookie'];

function readPlace(
  fields: Fields,
  name: string,
  callee: Callee,
  compiler: Compiler,
): ArgumentPlace | undefined {
  if (callee.kind === 'workflow') return undefined;
  const raw = fields.text('in');
  const place = places.find((known) => known === raw);
  if (raw === undefined)
    compiler.report(fields.pointer, `parameter "${name}" needs "in": ${places.join(', ')}`);
  else if (place === undefined) {
    compiler.report(
      fields.at('in'),
      `"in: ${raw}" is none of ${places.join(', ')}${didYouMean(raw, places)}`,
    );
  }
  if (place === 'path') reportUnknownPathParameter(fields, name, callee.operation, compiler);
  return place;
}

function reportUnknownPathParameter(
  fields: Fields,
  name: string,
  { path }: Operation,
  compiler: Compiler,
): void {
  const names = pathParameterNames(path);
  if (names.includes(name)) return;
  compiler.report(fields.pointer, `the path ${path} has no parameter {${name}}${didYouMean(name, names)}`);
}

/** The names in a path template: `/users/{id}` has `id`. */
export function pathParameterNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}

function declared(operation: Operation, name: string, place: ArgumentPlace | undefined) {
  const same =
    place === 'header'
      ? (other: string) => other.toLowerCase() === name.toLowerCase()
      : (other: string) => other === name;
  return operation.parameters.find((parameter) => parameter.in === place && same(parameter.name));
}
