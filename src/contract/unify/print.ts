import type { JsonObject } from '../json.ts';

/** A generated OpenAPI document as it is committed: YAML, with a word on where it comes from. */
export async function printUnified(document: JsonObject): Promise<string> {
  const { stringify } = await import('yaml');
  const head = '# Generated from the contracts beside it by `sverka types`. Change those, not this.\n';
  return head + stringify(document, { aliasDuplicateObjects: false, lineWidth: 120, singleQuote: true });
}
