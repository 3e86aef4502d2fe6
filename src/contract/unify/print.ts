import type { JsonObject } from '../json.ts';

/** A generated OpenAPI document as it is committed: YAML, with a word on where it comes from. */
export async function printUnified(document: JsonObject): Promise<string> {
  const { dump } = await import('js-yaml');
  const head =
    '# Generated from the contracts beside it by `sverka types --unified`. Change those, not this.\n';
  return head + dump(document, { noRefs: true, lineWidth: 120 });
}
