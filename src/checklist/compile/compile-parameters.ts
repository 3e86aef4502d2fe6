import type { Operation, Parameter } from '../../contract/types.ts';
import { didYouMean } from '../suggest.ts';
import type { Argument, ArgumentPlace } from '../types.ts';
import { compileValue } from './compile-value.ts';
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
  const mine = new Map<string, Argument>();
  for (const item of own) {
    const argument = compileParameter(item, callee, compiler);
    if (!argument) continue;
    const id = identity(argument);
    if (mine.has(id)) compiler.report(item.pointer, `parameter "${argument.name}" is given twice`);
    if (!fits(argument, callee)) reportUnknownPathParameter(argument, item, callee, compiler);
    mine.set(id, argument);
  }
  const theirs = inherited
    .map((item) => compileParameter(item, callee, compiler))
    .filter((argument) => argument !== undefined && !mine.has(identity(argument)) && fits(argument, callee));
  return [...mine.values(), ...theirs.filter((argument) => argument !== undefined)];
}

/** Header names do not differ by case (RFC 9110 section 5.1). */
function identity({ in: place, name }: Argument): string {
  return `${place ?? ''} ${place === 'header' ? name.toLowerCase() : name}`;
}

/** A path parameter that a workflow has for all its steps need not be in the path of each. */
function fits({ in: place, name }: Argument, callee: Callee): boolean {
  if (place !== 'path' || callee.kind === 'workflow') return true;
  return callee.operation.path.includes(`{${name}}`);
}

function reportUnknownPathParameter(
  { name }: Argument,
  item: Item,
  callee: Callee,
  compiler: Compiler,
): void {
  const path = callee.kind === 'operation' ? callee.operation.path : '';
  const hint = didYouMean(name, pathParameterNames(path));
  compiler.report(item.pointer, `the path ${path} has no parameter {${name}}${hint}`);
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
  const fill = compileValue(value, fields.at('value'), compiler);
  if (callee.kind === 'workflow') return { name, fill };
  const place = readPlace(fields, name, compiler);
  const parameter = declared(callee.operation, name, place);
  if (!parameter && place !== 'path') warnOfMisspelling(name, place, callee.operation, fields, compiler);
  return { name, fill, ...(place && { in: place }), ...(parameter && { parameter }) };
}

/** A check may send what the contract does not know, but rarely means to when it is nearly something it knows. */
function warnOfMisspelling(
  name: string,
  place: ArgumentPlace | undefined,
  { id, parameters }: Operation,
  fields: Fields,
  compiler: Compiler,
): void {
  const known = parameters.filter((each) => each.in === place).map((each) => each.name);
  const hint = didYouMean(name, known);
  if (hint !== '')
    compiler.report(fields.at('name'), `${id} has no ${place} parameter "${name}"${hint}`, 'warning');
}

const places: readonly ArgumentPlace[] = ['path', 'query', 'querystring', 'header', 'cookie'];

function readPlace(fields: Fields, name: string, compiler: Compiler): ArgumentPlace | undefined {
  const raw = fields.text('in');
  const place = places.find((known) => known === raw);
  const known = places.join(', ');
  if (raw === undefined) {
    compiler.report(fields.pointer, `parameter "${name}" needs "in": ${known}`);
  } else if (place === undefined) {
    compiler.report(fields.at('in'), `"in: ${raw}" is none of ${known}${didYouMean(raw, places)}`);
  }
  return place;
}

/** The names in a path template: `/users/{id}` has `id`. */
export function pathParameterNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}

function declared(
  operation: Operation,
  name: string,
  place: ArgumentPlace | undefined,
): Parameter | undefined {
  const fold = (text: string) => (place === 'header' ? text.toLowerCase() : text);
  return operation.parameters.find((each) => each.in === place && fold(each.name) === fold(name));
}
