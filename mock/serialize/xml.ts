import { isObject, type Json } from '../../src/contract/json.ts';

/**
 * A JSON value as XML. Object members become elements in their order, array items repeat their member's element, text is
 * escaped. The root element is `xml` unless the schema names one: JSON has no name for it.
 */
export function toXml(value: Json, root = 'xml'): string {
  return element(root, value);
}

function element(name: string, value: Json | undefined): string {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const tag = elementName(name);
  return `<${tag}>${content(value)}</${tag}>`;
}

function content(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (isObject(value)) {
    return Object.entries(value)
      .map(([name, member]) => (name === '#text' ? content(member) : element(name, member)))
      .join('');
  }
  return escaped(String(value));
}

/** A name XML allows (XML 1.0 section 2.3): what it does not becomes an underscore. */
function elementName(name: string): string {
  const cleaned = name.replace(/[^\p{L}\p{N}._:-]/gu, '_');
  return /^[\p{L}_:]/u.test(cleaned) ? cleaned : `_${cleaned}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
