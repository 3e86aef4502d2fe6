import type { JsonObject } from '../../../../src/contract/json.ts';
import type { Level } from '../../../../src/gate/diff/types.ts';
import { api, info } from '../compare.ts';

/** A change of anything but a schema in a body: the rule that must tell it, and two documents. */
export type MessageChange = readonly [level: Level, id: string, old: JsonObject, fresh: JsonObject];

export const text = { type: 'string' };
export const done = { 200: { description: 'Done.' } };
export const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
export const paths = (paths: JsonObject, more: JsonObject = {}): JsonObject => ({
  openapi: '3.1.0',
  info,
  paths,
  ...more,
});
export const parameter = (more: JsonObject, place = 'query'): JsonObject =>
  api({ parameters: [{ name: 'p', in: place, schema: text, ...more }] });
export const withProperty = (property: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties: { it: { ...text, ...property } },
  required: [...required],
});
export const nothing: JsonObject = { type: 'object' };
export const needed = { parameters: [{ name: 'p', in: 'query', required: true, schema: text }] };
export const body = { requestBody: { content: json(text) } };
export const required = { requestBody: { required: true, content: json(text) } };
export const dated = (date: string): JsonObject => ({ deprecated: true, 'x-sunset': date });
export const stable = (level: string): JsonObject => ({ 'x-stability-level': level });
