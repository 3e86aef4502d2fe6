import { object } from '../../../../contract/document/members.ts';
import type { Json } from '../../../../contract/json.ts';
import type { Change, CompareKeyword } from '../change.ts';

/** `xml`: the names of elements and attributes. Where values are no XML, it says nothing. */
export const compareXml: CompareKeyword = ({ old, new: fresh, manner }): readonly Change[] => {
  const keyword = 'xml';
  if (manner !== 'xml') return [];
  const before = wordsOf(old.keywords[keyword]);
  const after = wordsOf(fresh.keywords[keyword]);
  if (before === after) return [];
  const left = 'the element as it was';
  const entered = 'another element';
  return [{ kind: 'xml-changed', keyword, left, entered, before, after }];
};

/** OpenAPI 3.2 says `nodeType` where 3.1 says `attribute` and `wrapped`. What a prefix is called means nothing. */
function wordsOf(xml: Json | undefined): string {
  const { name, namespace, attribute, wrapped, nodeType } = object(xml);
  const node = nodeType ?? (attribute === true ? 'attribute' : wrapped === true ? 'element' : undefined);
  const words = [node ?? 'as usual', name && `named ${name}`, namespace && `of ${namespace}`];
  return words.filter(Boolean).join(' ');
}
