import type { KindRow } from '../kinds.ts';

export const content = {
  'content-schema-added': { effect: 'narrower', title: 'what a text contains must fit a schema' },
  'content-schema-removed': { effect: 'wider', title: 'what a text contains need no longer fit a schema' },
  'content-media-type-changed': { effect: 'changed', title: 'a text contains another media type' },
  'content-encoding-changed': { effect: 'changed', title: 'a text is encoded in another way' },
} as const satisfies Record<string, KindRow>;
