import type { Json } from '../../src/contract/json.ts';
import { refuse } from '../problem.ts';
import type { Refusal } from '../types.ts';
import { toSequence } from './sequence.ts';
import { toXml } from './xml.ts';

const json = /^(application|text)\/(json|.+\+json)$/;
const xml = /^(application|text)\/(xml|.+\+xml)$/;

/**
 * A value in the form its media type asks for: JSON, XML, a sequence, text; a string is taken to be in that form already, except
 * for JSON. Objects cannot be written as plain text: a refusal. Anything else that is not text is written as JSON, the least
 * surprising guess.
 */
export function serialize(
  value: Json | undefined,
  mediaType: string | undefined,
  xmlRoot?: string,
): string | undefined | Refusal {
  if (value === undefined) return undefined;
  const essence = (mediaType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (json.test(essence)) return JSON.stringify(value);
  if (typeof value === 'string') return value;
  if (xml.test(essence)) return toXml(value, xmlRoot);
  const sequence = Array.isArray(value) ? toSequence(value, essence) : undefined;
  if (sequence !== undefined) return sequence;
  if (essence.startsWith('text/') && typeof value === 'object' && value !== null) {
    return refuse('NO_COMPLEX_OBJECT_TEXT', 'Cannot serialise complex objects as text');
  }
  return JSON.stringify(value);
}
