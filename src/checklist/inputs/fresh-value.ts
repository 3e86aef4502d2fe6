import { randomInt, randomUUID } from 'node:crypto';
import type { Json } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import type { Schema } from '../../contract/types.ts';
import { drawPattern } from './pattern.ts';

const biggestRange = 2 ** 47;

/** How to draw a new value of a schema: a pattern, an enum, `format: uuid` or `email`, an integer range. Undefined for others. */
export function drawFresh(schema: Schema): (() => Json) | undefined {
  if (!isObject(schema)) return undefined;
  const { type, pattern, format } = schema;
  if (Array.isArray(schema.enum)) return oneOf(schema.enum);
  if (type === 'integer') return drawInteger(schema.minimum, schema.maximum);
  if (type === 'boolean') return () => randomInt(2) === 1;
  if (typeof pattern === 'string') return drawPattern(pattern);
  if (format === 'uuid') return () => randomUUID();
  if (format === 'email') return () => `${shortId()}@example.com`;
  return type === 'string' || type === undefined ? drawString(schema.minLength, schema.maxLength) : undefined;
}

function oneOf(values: readonly Json[]): (() => Json) | undefined {
  return values.length === 0 ? undefined : () => values[randomInt(values.length)] ?? null;
}

function drawInteger(minimum: Json | undefined, maximum: Json | undefined): () => Json {
  const low = typeof minimum === 'number' ? Math.ceil(minimum) : 0;
  const high = typeof maximum === 'number' ? Math.floor(maximum) : low + 999_999_999;
  return () => low + randomInt(Math.min(high - low + 1, biggestRange));
}

function drawString(minLength: Json | undefined, maxLength: Json | undefined): () => Json {
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : Math.max(least, 12);
  return () =>
    shortId()
      .repeat(Math.ceil(Math.max(1, least) / 12))
      .slice(0, Math.max(least, Math.min(most, 12)));
}

/** Twelve characters, 48 bits of chance. */
function shortId(): string {
  return randomUUID().slice(-12);
}
