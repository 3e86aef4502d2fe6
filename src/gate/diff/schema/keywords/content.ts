import { type Change, type Compared, joined, type Pair, told } from '../change.ts';
import { print } from '../print.ts';
import { contentWord } from './bytes.ts';
import { compareLone } from './lone.ts';

/** Texts that contain something of their own: `contentMediaType`, `contentEncoding`, `contentSchema`. */
export function compareContent(pair: Pair): Compared {
  return joined(
    told(
      ...spoken(pair, 'contentMediaType', 'content-media-type-changed'),
      ...spoken(pair, 'contentEncoding', 'content-encoding-changed'),
    ),
    compareLone(pair, {
      keyword: 'contentSchema',
      name: 'content-schema',
      values: 'texts with other content',
    }),
  );
}

function spoken(
  { old, new: fresh }: Pair,
  keyword: 'contentEncoding' | 'contentMediaType',
  kind: 'content-media-type-changed' | 'content-encoding-changed',
): readonly Change[] {
  const before = contentWord(keyword, old, fresh);
  const after = contentWord(keyword, fresh, old);
  if (before === after) return [];
  const left = before === undefined ? 'other texts' : `texts with ${print(before)}`;
  const entered = after === undefined ? 'other texts' : `texts with ${print(after)}`;
  return [{ kind, keyword, left, entered, before: print(before), after: print(after) }];
}
