import { object, text } from '../../contract/document/members.ts';
import type { Json } from '../../contract/json.ts';
import type { Compiler } from './compiler.ts';

/** Whether a step sends or receives a message of an AsyncAPI source (Arazzo 1.1.0 "Step Object"). */
export function sendsMessage(step: Json, { sources }: Compiler): boolean {
  const { operationId, operationPath, ...fields } = object(step);
  const reference = text(operationId) ?? text(operationPath) ?? '';
  const [, source = ''] = /^\{?\$sourceDescriptions\.([^.{}]+)\./.exec(reference) ?? [];
  return asyncOnly.some((name) => name in fields) || sources.get(source)?.kind === 'asyncapi';
}

const asyncOnly = ['channelPath', 'action', 'correlationId'];
