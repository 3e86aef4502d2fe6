import { changed, type KindRow, narrower, wider } from './row.ts';

export const content = {
  'content-schema-added': narrower('what a text contains must fit a schema'),
  'content-schema-removed': wider('what a text contains need no longer fit a schema'),
  'content-media-type-changed': changed('a text contains another media type'),
  'content-encoding-changed': changed('a text is encoded in another way'),
  'xml-changed': changed('an element or attribute of XML is another one'),
} satisfies Record<string, KindRow>;
