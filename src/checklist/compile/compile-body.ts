import { saysJson } from '../../contract/document/media-types.ts';
import type { Operation } from '../../contract/types.ts';
import { looksLikeExpression } from '../expressions/parse-expression.ts';
import type { EngineType } from '../queries/engine.ts';
import { didYouMean } from '../suggest.ts';
import type { Body, Replacement } from '../types.ts';
import { compileEngine } from './compile-engine.ts';
import { compileValue } from './compile-value.ts';
import type { Compiler } from './compiler.ts';
import { type Item, readFields } from './fields.ts';

/**
 * A Request Body Object. Without `contentType` the operation's own is taken
 * (Arazzo 1.0.1 "Request Body Object"): JSON where it accepts that, else the first it names.
 */
export function compileBody(item: Item, operation: Operation, compiler: Compiler): Body | undefined {
  const fields = readFields(item, 'a request body', ['contentType', 'payload', 'replacements'], compiler);
  if (!fields) return undefined;
  const contentType = fields.text('contentType') ?? defaultContentType(operation);
  const { payload } = fields.raw;
  const replacements = fields
    .items('replacements')
    .map((each) => compileReplacement(each, contentType ?? '', compiler));
  const essence = contentType?.split(';')[0]?.trim() ?? '';
  const mediaType = operation.requestBody?.content.get(essence);
  const hint = mediaType ? '' : didYouMean(essence, operation.requestBody?.content.keys() ?? []);
  if (hint !== '')
    compiler.report(fields.at('contentType'), `${operation.id} takes no "${essence}"${hint}`, 'warning');
  return {
    contentType,
    verbatim: typeof payload === 'string' && !looksLikeExpression(payload),
    replacements: replacements.filter((replacement) => replacement !== undefined),
    ...(payload !== undefined && { payload: compileValue(payload, fields.at('payload'), compiler) }),
    ...(mediaType && { mediaType }),
  };
}

function defaultContentType({ requestBody }: Operation): string | undefined {
  const names = [...(requestBody?.content.keys() ?? [])];
  return names.find(saysJson) ?? names[0];
}

function compileReplacement(item: Item, contentType: string, compiler: Compiler): Replacement | undefined {
  const fields = readFields(item, 'a replacement', ['target', 'targetSelectorType', 'value'], compiler);
  const target = fields?.requiredText('target');
  if (!fields || target === undefined) return undefined;
  if (fields.raw.value === undefined) compiler.report(fields.pointer, 'a replacement needs a "value"');
  const type = fields.raw.targetSelectorType ?? defaultTargetType(contentType);
  const engine = compileEngine(type, fields.at('targetSelectorType'), compiler);
  const mistake = engine?.mistake(target);
  if (mistake !== undefined) compiler.report(fields.at('target'), `target "${target}": ${mistake}`);
  if (!engine || mistake !== undefined) return undefined;
  return { target, engine, fill: compileValue(fields.raw.value ?? null, fields.at('value'), compiler) };
}

/** Arazzo 1.1.0 "Payload Replacement Object": XPath into XML, JSON Pointer into everything else. */
function defaultTargetType(contentType: string): EngineType {
  return /[/+]xml\b/.test(contentType) ? 'xpath' : 'jsonpointer';
}
